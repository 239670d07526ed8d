import { afterEach, beforeEach, expect, test } from "vitest";
import { replan } from "../../../src/commands/desk/replan.ts";
import { readUnsettled } from "../../../src/db/desk/version-store.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import type { Browser } from "../../support/web-desk.ts";

let settings: SettingsWorld;
let sam: Browser;
beforeEach(async () => {
  settings = await openSettings();
  sam = await settings.web.signedIn("slack:U0SAM");
  await settings.world.opens();
  await settings.world.opens();
});
afterEach(() => settings.world.stop(["tickets.clocks"]));

/** The row of T-1001 as a fault of the disk or of another program may leave it. */
const damage = () =>
  settings.world.database.db.execute(sql`update tickets set clocks = '{}'::jsonb where number = 1001`);

const { ana: _ana, ...withoutAna } = sampleDocument.people;
const faster = {
  ...sampleDocument,
  plans: { ...sampleDocument.plans, premium: { calendar: "always", targets: { high: { firstResponse: "PT2H" } } } },
};

const claimsBoth = async (): Promise<void> => {
  const { world } = settings;
  const cards = world.slack.channel("C0TRIAGE").messages.filter(({ thread }) => thread === null);
  for (const card of cards) {
    await world.slack.user("U0ANA").presses(card, "Claim");
    await world.settle();
  }
};
const skippedTickets = () =>
  settings.world.log.lines.filter((line) => JSON.stringify(line).includes("desk.ticket-skipped"));

test("a ticket that cannot be read does not stop the preview, which counts it; the other tickets are planned again", async () => {
  await damage();
  const before = (await settings.world.ticket(1002)).sla.clocks[0]?.target.due ?? 0;
  const preview = await sam.page(await settings.proposes("slack:U0SAM", faster));
  expect(preview).toContain("1 open ticket cannot be read and keeps its deadlines");
  await sam.press(preview, "Save and re-plan", { do: "replan" });
  await settings.world.settle();
  expect((await settings.world.ticket(1002)).sla.clocks[0]?.target.due).toBe(before - 2 * 3_600_000);
  expect(await readUnsettled(settings.world.database.db)).toBeNull();
  expect(skippedTickets()).toHaveLength(1);
});

test("the tickets of a person who leaves are handed over, except the one that cannot be read", async () => {
  await claimsBoth();
  const path = await settings.proposes("slack:U0SAM", { ...sampleDocument, people: withoutAna });
  await sam.press(await sam.page(path), "Hand over", { to: "luis" });
  const preview = await sam.page(path);
  await damage();
  await sam.press(preview, "Save");
  await settings.world.settle();
  expect((await settings.inForce()).version).toBe(2);
  expect((await settings.world.ticket(1002)).assignee).toBe("luis");
  expect(await readUnsettled(settings.world.database.db)).toBeNull();
  // Once when it is handed over, and once when it is offered.
  expect(skippedTickets()).toHaveLength(2);
});

test("planning again on the command line counts the tickets that cannot be read", async () => {
  await damage();
  const { database } = settings.world;
  const lines = await replan(database, settings.world.now(), false);
  expect(lines).toEqual([
    "No target moves: 1 open tickets follow the desk as it is.",
    "1 of 2 open tickets cannot be read, and keep their targets.",
  ]);
});
