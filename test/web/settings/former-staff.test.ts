import { afterEach, beforeEach, expect, test } from "vitest";
import { readAccessLog } from "../../../src/db/access/access-store.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import type { Browser } from "../../support/web-desk.ts";

const { marta: _marta, tom: _tom, ...people } = sampleDocument.people;

let settings: SettingsWorld;
let sam: Browser;
beforeEach(async () => {
  settings = await openSettings();
  sam = await settings.web.signedIn("slack:U0SAM");
});
afterEach(() => settings.world.stop());

const save = async (document: object): Promise<void> => {
  await sam.press(await sam.page(await settings.proposes("slack:U0SAM", document)), "Save");
  await settings.world.settle();
};

test("the session and the link of people who were removed do not work again when they are named again", async () => {
  const marta = await settings.web.signedIn("slack:U0MARTA");
  const link = await settings.web.link("slack:U0TOM");
  await save({ ...sampleDocument, people });
  await settings.world.pass(5);
  await save(sampleDocument);
  expect((await settings.inForce()).version).toBe(3);
  expect((await marta.get("/desk?tab=open")).headers.get("location")).toBe("/sign-in");
  expect((await settings.web.browser().get(link)).status).toBe(410);
  expect((await sam.get("/desk")).status).toBe(200);
  const ended = (await readAccessLog(settings.world.database.db, 20)).filter(({ what }) => what === "leftDesk");
  expect(new Set(ended.map(({ person }) => person))).toEqual(new Set(["slack:U0MARTA", "slack:U0TOM"]));
  expect((await (await settings.web.signedIn("slack:U0MARTA")).get("/desk")).status).toBe(200);
});
