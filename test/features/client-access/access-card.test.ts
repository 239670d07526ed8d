import { expect, test } from "vitest";
import { renderCard } from "../../../adapters/discord/outbound/render-card.ts";
import { accessCard, withdrawnCard } from "../../../src/features/client-access/index.ts";
import type { AddedContact } from "../../../src/tickets/contact.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { deskViewer } from "../../../src/i18n/viewer-for.ts";

const viewer = deskViewer(sampleDesk);
const account = sampleDesk.accounts["acme"] ?? expect.fail("no account");

const contact = (number: number): AddedContact => ({
  user: `web:${number}`,
  account: "acme",
  knownAs: `email:person${number}@acme.example`,
  name: `Person ${number}`,
  how: "invited",
  addedBy: "slack:U0ANA",
  addedAt: 0,
  withdrawnAt: null,
  lastSeenAt: null,
  managesAccess: false,
  seesAll: number % 2 === 0,
});

test.each([1, 8, 9, 15, 16])("names %i people with all their buttons, also on Discord", (count) => {
  const people = Array.from({ length: count }, (_, number) => contact(number + 1));
  const shown = people.slice(0, 15);
  const list = JSON.stringify(renderCard(accessCard(account, people, sampleDesk, viewer), () => null));
  const [leaver, ...invitees] = [contact(100), ...people];
  const left = JSON.stringify(renderCard(withdrawnCard(leaver, { account, invitees }, viewer), () => null));
  for (const { name, user, seesAll } of shown) {
    for (const [card, part] of [
      [list, `**${name}** ·`],
      [list, `withdraw ${user}"`],
      [list, `see-all ${user} ${seesAll ? "no" : "yes"}"`],
      [left, `**${name}** ·`],
      [left, `withdraw ${user}"`],
    ] as const)
      expect(card, `${name}: ${part}`).toContain(part);
  }
  expect([list, left].map((card) => card.includes("1 more person"))).toEqual([count > 15, count > 15]);
  expect(list).toContain("invite acme");
});
