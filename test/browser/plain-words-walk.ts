import { expect } from "vitest";
import type { DeskVisitor } from "./desk-visitor.ts";

/**
 * A customer of the playground writes in their channel without opening a ticket. Triage is asked after ten minutes, an agent makes it
 * a ticket, and the customer reads below their message how to ask faster.
 */
export const plainWordsWalk = async (visitor: DeskVisitor): Promise<void> => {
  await visitor.actsAs("Carla Núñez");
  await visitor.goesTo("acme-support");
  await visitor.types("Se cortan los directos. ¿Hay alguien?");
  await visitor.actsAs("Luis Gil");
  await visitor.goesTo("triage");
  await visitor.turnsClock("15 minutes");
  await visitor
    .card(/Acme TV wrote/)
    .getByRole("button", { name: "Make it a ticket" })
    .click();
  await visitor.card(/T-\d+ · Se cortan los directos/).waitFor();
  await visitor.page.locator(".talk .card", { hasText: /Acme TV wrote in their channel/ }).waitFor();
  expect(await visitor.page.getByRole("button", { name: "Make it a ticket" }).count()).toBe(0);
};
