import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type Name, type StoryWorld, type Where } from "../../support/story-world/story-world.ts";
import { inPortuguese } from "../../support/sentences.ts";
import { sayIn } from "../../../src/i18n/say.ts";

const { acme, ...otherAccounts } = sampleDesk.accounts;
const { ana, ...otherPeople } = sampleDesk.people;
if (acme === undefined || ana === undefined) throw new Error("no account acme or no manager ana");

const desk: Desk = {
  ...sampleDesk,
  accounts: { ...otherAccounts, acme: { ...acme, locale: "pt", timezone: "Europe/Lisbon" } },
  people: { ...otherPeople, ana: { ...ana, locale: "pt" } },
};

describe("an account and its manager who read Portuguese", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat", desk);
  });
  afterEach(() => world.stop());

  const answer = async (user: Name, channel: Where, line: string): Promise<string> => {
    await world.user(user).types(channel, line);
    await world.settle();
    return world.user(user).privates.at(-1)?.text ?? "";
  };

  test("the customer is answered in Portuguese and types Portuguese commands", async () => {
    await world.opens({ severity: "high", title: "Sem vídeo" });
    expect(await answer("carla", "acme", "/ticket lista alta")).toMatch(inPortuguese("list.open"));
    expect(await answer("carla", "acme", "/ticket ver 1001")).toContain("Sem vídeo");
    expect(await answer("carla", "acme", "/ticket ajuda")).toMatch(inPortuguese("help.close"));
    expect(await answer("carla", "acme", "/ticket fechar 1001")).toMatch(inPortuguese("done.closedByCustomer"));
    expect(await answer("carla", "acme", "/ticket transcrição 1001")).toMatch(
      inPortuguese("transcript.ready", { ticket: "T-1001" }),
    );
  });

  test("the manager is reminded in Portuguese, and reports in Portuguese that they are out", async () => {
    await world.opens();
    await world.pass(120);
    expect(world.direct("ana").at(-1)?.text).toMatch(
      inPortuguese("reminder.nearing", { clock: sayIn("pt")("clock.firstResponse"), ticket: "T-1001" }),
    );
    expect(await answer("ana", "triage", "/desk fora amanhã 12:00")).toMatch(inPortuguese("done.outStandIn"));
    expect(await answer("ana", "triage", "/desk voltei")).toMatch(inPortuguese("done.back"));
    expect(await answer("ana", "triage", "/desk notificações não")).toMatch(inPortuguese("notify.off.asYouChose"));
  });
});
