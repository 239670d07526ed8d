import { afterEach, beforeEach, expect, test } from "vitest";
import { savedIn, sentIn, type Fields } from "../../support/settings/posted-form.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import type { Browser } from "../../support/web-desk.ts";

const { people, channels, plans, calendars } = sampleDocument;

let settings: SettingsWorld;
let sam: Browser;
beforeEach(async () => {
  const { sam: administrator, luis } = people;
  settings = await openSettings({}, { ...sampleDocument, people: { sam: administrator, luis }, accounts: {} });
  sam = await settings.web.signedIn("slack:U0SAM");
});
afterEach(() => settings.world.stop());

const sends = (path: string, fields: Fields) => sentIn(sam, path, fields, {});
const saves = (response: Response) => savedIn(sam, response, settings);
const visible = (html: string): string => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

test("a new desk says what comes next, to those who may change it, until it has an account", async () => {
  const queue = await sam.page("/desk");
  expect(queue).toContain("Add your colleagues and your first account");
  const luis = await settings.web.signedIn("slack:U0LUIS");
  expect(await luis.page("/desk?tab=open")).not.toContain("Add your colleagues");
  const overview = visible(await sam.page("/desk/settings"));
  expect(overview).toContain("What comes next Add a person : your colleagues, each with their roles. Done");
  const response = await sends("/desk/settings/accounts/new", { "entry.name": "Beta", "entry.plan": "standard" });
  const preview = await sam.page(response.headers.get("location") ?? "");
  const saved = await sam.press(preview, "Save", { do: "save" });
  // A person who adds one entry often adds another.
  expect(saved.headers.get("location")).toBe("/desk/settings/accounts?saved=2");
  expect(await sam.page("/desk/settings/accounts?saved=2")).toContain("Saved. Version 2 is in force.");
  expect(await sam.page("/desk/settings/accounts?saved=1")).not.toContain("is in force");
  expect(await sam.page("/desk/settings")).not.toContain("What comes next");
  expect(await sam.page("/desk")).not.toContain("Add your colleagues");
});

test("a preview sets the warnings that it brings apart from those that hold anyway", async () => {
  const holidays = { ...calendars.office, publicHolidays: "ES" };
  const path = await settings.proposes("slack:U0SAM", {
    ...sampleDocument,
    people: { sam: people.sam, luis: people.luis },
    accounts: {},
    calendars: { office: holidays },
    channels,
    plans,
  });
  const html = await sam.page(path);
  const [brought = "", old = ""] = html.slice(html.indexOf("<h2>Warnings</h2>")).split("<details>");
  expect([brought.includes("public holiday"), brought.includes("premium")]).toEqual([true, false]);
  expect([old.includes("public holiday"), old.includes("warnings that hold without this change")]).toEqual([
    false,
    true,
  ]);
});

test("adds the first article although the desk has no address of a manual", async () => {
  const article = { title: "Uploads", url: "https://docs.example.com/uploads" };
  const document = await saves(
    await sends("/desk/settings/articles/new", {
      "entry.title": article.title,
      "entry.url": article.url,
      "entry.keywords": "upload",
    }),
  );
  expect(document["manual"]).toEqual({ articles: [{ ...article, keywords: ["upload"] }] });
});

test("sees what holds where a field is empty, and only platforms that are on", async () => {
  const placeholder = (page: string, name: string): string =>
    new RegExp(`placeholder="([^"]*)"[^>]*name="entry\\.${name.replaceAll(".", "\\.")}"`).exec(page)?.[1] ?? "none";
  const critical = await sam.page("/desk/settings/severities/entry/critical");
  expect([placeholder(critical, "firstResponse"), placeholder(critical, "resolution")]).toEqual(["1 hour", ""]);
  expect(critical).toContain("Write lengths such as 30 minutes");
  expect(await sam.page("/desk/settings/severities")).toMatch(/High<\/a><\/th>\s*<td[^>]*>First answer: 4 hours/);
  const person = await sam.page("/desk/settings/people/new");
  const platforms = /<select id="entry\.prefers"[\s\S]*?<\/select>/.exec(person)?.[0] ?? "";
  expect([platforms.includes("Slack"), platforms.includes("Playground")]).toEqual([true, false]);
  const general = await sam.page("/desk/settings/desk");
  expect(/<legend>Triage\s*<\/legend>/.test(general)).toBe(true);
  const plan = { "entry.calendar": "office", "entry.targets.low.resolution": "soon" };
  const wrong = await (await sends("/desk/settings/plans/entry/standard", plan)).text();
  expect(wrong).toContain('<a href="#entry.targets.low.resolution">Low: Solution</a>');
  const calendar = { newName: "Late shift", "entry.hours.mon": "14:00-22:00" };
  expect((await saves(await sends("/desk/settings/calendars/new", calendar)))["calendars"]).toMatchObject({
    "late-shift": { timezone: "Europe/Madrid", hours: { mon: ["14:00-22:00"] } },
  });
});
