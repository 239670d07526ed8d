import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readAccessLog } from "../../../src/db/access/access-store.ts";
import { builtInLadder } from "../../../src/desk/desk-of.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import type { Browser } from "../../support/web-desk.ts";

let settings: SettingsWorld;
let sam: Browser;
beforeEach(async () => {
  settings = await openSettings();
  sam = await settings.web.signedIn("slack:U0SAM");
});
afterEach(() => settings.world.stop());

const withMarta = (change: object): object => ({
  ...sampleDocument,
  people: { ...sampleDocument.people, marta: { ...sampleDocument.people.marta, ...change } },
});
const visible = (html: string): string => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("a proposal", () => {
  test("is shown before it is saved: each entry with the old and the new value", async () => {
    const path = await settings.proposes("slack:U0SAM", withMarta({ name: "Marta Vidal", phone: "+34 600 000 009" }));
    const html = await sam.page(path);
    expect(html).toMatch(/<del>.*Marta Vega<\/del>\s*<ins>.*Marta Vidal<\/ins>/);
    expect(html).toMatch(/<ins>.*\+34 600 000 009<\/ins>/);
    expect((await settings.inForce()).version).toBe(1);
  });

  test("is in words, without a line of the desk file: steps, articles, days, people and channels by name", async () => {
    const [at, tell] = ["95%", ["assignee"]];
    const title = "Uploads that stop";
    const { accounts, calendars } = sampleDocument;
    const path = await settings.proposes("slack:U0SAM", {
      ...sampleDocument,
      calendars: { ...calendars, office: { ...calendars.office, hours: { "mon-sat": ["09:00-18:00"] } } },
      reminders: [...builtInLadder.slice(0, 2), { at, tell }, ...builtInLadder.slice(2)],
      manual: { articles: [{ title, url: "https://docs.example.com/u", keywords: ["upload", "stop"] }] },
      areas: { "video-player": { title: { en: "Player", es: "Reproductor" }, agents: ["luis"] } },
      accounts: { ...accounts, acme: { ...accounts.acme, channels: ["slack:C0TECH"] } },
      channels: { triage: ["slack:C0TRIAGE"] },
    });
    const text = visible(await sam.page(path));
    for (const words of [
      "95% After: Direct message to: Assignee ",
      `${title} After: Address: https://docs.example.com/u · Words that find it: upload and stop `,
      "Opening hours: Monday–Saturday After: 09:00-18:00",
      "Areas Player video-player",
      "Title: Spanish After: Reproductor",
      "Channels Before: #acme (slack:C0ACME) Channels After: #tech (slack:C0TECH)",
    ])
      expect(text).toContain(words);
    expect([text.includes("50%"), text.includes("{"), text.includes("mon-")]).toEqual([false, false, false]);
  });

  test("is saved as the next version, at once in force, with its author, and stands in the log", async () => {
    const path = await settings.proposes("slack:U0SAM", withMarta({ name: "Marta Vidal" }));
    const response = await sam.press(await sam.page(path), "Save", { do: "save" });
    expect(response.headers.get("location")).toBe("/desk/settings?saved=2");
    expect(await settings.inForce()).toMatchObject({ version: 2, document: withMarta({ name: "Marta Vidal" }) });
    expect((await settings.world.desk.read(settings.world.database.db)).people["marta"]?.name).toBe("Marta Vidal");
    expect(await readAccessLog(settings.world.database.db, 1)).toMatchObject([
      { what: "deskSaved", person: "slack:U0SAM", deskVersion: 2, address: "192.0.2.7" },
    ]);
    const eva = await settings.web.signedIn("slack:U0EVA");
    expect(visible(await eva.page("/desk/access"))).toMatch(/Saved the desk Sam Root .* Version 2/);
  });

  test("is saved once, however often the button is pressed", async () => {
    const path = await settings.proposes("slack:U0SAM", withMarta({ name: "Marta Vidal" }));
    const html = await sam.page(path);
    const answers = await Promise.all([1, 2, 3].map(() => sam.press(html, "Save")));
    expect(answers.map((each) => each.headers.get("location"))).toEqual(Array(3).fill("/desk/settings?saved=2"));
    expect((await settings.inForce()).version).toBe(2);
  });

  test("with faults shows each of them with its place, and cannot be saved, also by a forged form", async () => {
    const path = await settings.proposes("slack:U0SAM", withMarta({ deputy: "nobody", slack: "wrong" }));
    const html = await sam.page(path);
    expect(html).toContain("People: Marta Vega · Deputy is");
    expect(html).toContain("People: Marta Vega · Slack ID is");
    expect(html).not.toContain(`${path}/save`);
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
    expect((await sam.post(`${path}/save`, { token })).headers.get("location")).toBe(path);
    expect((await settings.inForce()).version).toBe(1);
  });

  test("shows what loses rights, what they still have, and hours that no person covers", async () => {
    const { world } = settings;
    await world.opens();
    await world.slack.user("U0MARTA").presses(world.card(), "Claim");
    await world.settle();
    const { marta: _, ...people } = sampleDocument.people;
    const path = await settings.proposes("slack:U0SAM", { ...sampleDocument, people });
    const text = visible(await sam.page(path));
    expect(text).toContain("Marta Vega (agent) loses every right");
    expect(text).toContain("Marta Vega still has 1 open ticket: T-1001");
    expect(text).toContain("Warnings");
  });

  test("that changes nothing is not saved", async () => {
    const path = await settings.proposes("slack:U0SAM", sampleDocument);
    const html = await sam.page(path);
    expect(html).toContain("Nothing changes.");
    expect(html).not.toContain(`${path}/save`);
  });

  test("that leaves no administrator is refused", async () => {
    const { eva: _, sam: __, ...people } = sampleDocument.people;
    const path = await settings.proposes("slack:U0SAM", { ...sampleDocument, people });
    const html = await sam.page(path);
    expect(html).toContain("no person could open these settings");
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
    await sam.post(`${path}/save`, { token });
    expect((await settings.inForce()).version).toBe(1);
  });
});

describe("two administrators at once", () => {
  test("the later one is refused with the difference, and overwrites nothing", async () => {
    const eva = await settings.web.signedIn("slack:U0EVA");
    const ofSam = await settings.proposes("slack:U0SAM", withMarta({ name: "Marta Vidal" }));
    const before = await sam.page(ofSam);
    const ofEva = await settings.proposes("slack:U0EVA", { ...sampleDocument, desk: "Our desk" });
    await eva.press(await eva.page(ofEva), "Save");
    expect((await sam.press(before, "Save")).headers.get("location")).toBe(ofSam);
    expect((await settings.inForce()).document).toMatchObject({ desk: "Our desk", people: sampleDocument.people });
    const text = visible(await sam.page(ofSam));
    expect(text).toContain("Eva Sanz saved version 2 after you had begun");
    expect(text).toContain("Our desk");
    expect(text).toContain("Marta Vidal");
  });

  test("who press at the same time save one of two proposals", async () => {
    const eva = await settings.web.signedIn("slack:U0EVA");
    const ofSam = await settings.proposes("slack:U0SAM", withMarta({ name: "Marta Vidal" }));
    const ofEva = await settings.proposes("slack:U0EVA", { ...sampleDocument, desk: "Our desk" });
    const pages = [await sam.page(ofSam), await eva.page(ofEva)] as const;
    await Promise.all([sam.press(pages[0], "Save"), eva.press(pages[1], "Save")]);
    expect((await settings.inForce()).version).toBe(2);
  });
});
