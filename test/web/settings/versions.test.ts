import { afterEach, beforeEach, expect, test } from "vitest";
import { readAccessLog } from "../../../src/db/access/access-store.ts";
import { writeDesk } from "../../../src/db/desk-store.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import type { Browser } from "../../support/web-desk.ts";

const versions = "/desk/settings/versions";

let settings: SettingsWorld;
let sam: Browser;
beforeEach(async () => {
  settings = await openSettings();
  sam = await settings.web.signedIn("slack:U0SAM");
});
afterEach(() => settings.world.stop());

const saves = async (document: object): Promise<void> => {
  await sam.press(await sam.page(await settings.proposes("slack:U0SAM", document)), "Save");
};
/** The visible text of each version on the page. */
const listed = (html: string): readonly string[] =>
  (html.match(/<li class="panel">[\s\S]*?<\/(?:details|li)>/g) ?? []).map((each) =>
    each.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " "),
  );

test("every version stands there with its author, its source, its time and what it changed", async () => {
  const { world } = settings;
  await world.pass(90);
  const origin = { source: "command", author: "operator" } as const;
  await writeDesk(world.database.db, { ...sampleDocument, desk: "By command" }, world.now(), { origin });
  await saves({ ...sampleDocument, desk: "On the web" });
  const [third = "", second = "", first = ""] = listed(await sam.page(versions));
  // The reader's zone is the desk's, Madrid.
  expect(third).toMatch(/Version 3 In force .*11:30.* Sam Root · Web desk 1 entry differs/);
  expect(third).toMatch(/By command .*On the web/);
  expect(second).toMatch(/Version 2 .*operator · Command line/);
  expect(first).toMatch(/Version 1 .*10:00.* Desk file at the start/);
});

test("an earlier version is restored through the preview, as a new version", async () => {
  await saves({ ...sampleDocument, desk: "Second" });
  await saves({ ...sampleDocument, desk: "Third" });
  const response = await sam.press(await sam.page(versions), "Restore version 2");
  const preview = await sam.page(response.headers.get("location") ?? "");
  expect(preview).toMatch(/Third<\/del>\s*<ins>.*Second<\/ins>/);
  await sam.press(preview, "Save");
  expect(await settings.inForce()).toMatchObject({ version: 4, document: { desk: "Second" } });
  expect(listed(await sam.page(versions))[0]).toContain("Restores version 2");
  expect(await readAccessLog(settings.world.database.db, 1)).toMatchObject([{ what: "deskRestored", deskVersion: 4 }]);
});

test("versions are shown page by page, each compared with the one before", async () => {
  const { world } = settings;
  for (let at = 2; at <= 23; at += 1)
    await writeDesk(world.database.db, { ...sampleDocument, desk: `Desk ${at}` }, world.now());
  const newest = await sam.page(versions);
  expect(listed(newest)).toHaveLength(20);
  const next = /href="(\/desk\/settings\/versions\?before=\d+)"/.exec(newest)?.[1] ?? "";
  const earlier = listed(await sam.page(next));
  expect(earlier.map((each) => /Version (\d+)/.exec(each)?.[1])).toEqual(["3", "2", "1"]);
  expect(earlier[0]).not.toContain("In force");
  expect(earlier[0]).toContain("Desk 2");
});

test("a version that does not exist cannot be restored", async () => {
  const token = /name="token" value="([^"]+)"/.exec(await sam.page("/desk"))?.[1] ?? "";
  for (const version of ["9", "0", "-1", "99999999999", "x"])
    expect((await sam.post(`${versions}/${version}/restore`, { token })).status).toBe(404);
});
