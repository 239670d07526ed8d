import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entriesOf, entryOf, entryPath, withEntry, withInputs, withOrder } from "../../../src/desk/editing/entries.ts";
import { sectionNamed, sections, type Section } from "../../../src/desk/editing/section.ts";
import { valueAt } from "../../../src/desk/locate.ts";
import { deskOf } from "../../../src/desk/desk-of.ts";
import { locales } from "../../../src/desk/desk.ts";
import { deskDocument, type DeskDocument } from "../../../src/desk/schema.ts";
import { document } from "../any-desk.ts";
import { untouched, writtenDesks } from "./written-desks.ts";

const section = (name: string): Section => sectionNamed(name) ?? expect.fail(name);
const english = { viewer: "en", desk: "en" } as const;

const eachEntry = (desk: DeskDocument) =>
  sections.flatMap((each) => entriesOf(desk, each).map((entry) => ({ section: each, ...entry })));

/** Each entry of the desk, written anew from nothing but what its form shows. */
const writtenAnew = (desk: DeskDocument, viewer: (typeof locales)[number]): DeskDocument =>
  eachEntry(desk).reduce((all, { section: each, key, value }) => {
    const languages = { viewer, desk: desk.locale ?? "en" };
    const inputs = untouched(each.fields, value, languages, "same");
    // The articles are no question of the form with the manual's address.
    const before = each.name === "desk" ? { ...all } : {};
    return withEntry(all, each, key, withInputs(each.fields, before, inputs, languages) as object);
  }, desk);

describe("a form that is sent without a change leaves the entry exactly as it was written:", () => {
  test.each(writtenDesks)("%s", (_, desk) => {
    for (const viewer of locales)
      for (const { section: each, key, value } of eachEntry(desk)) {
        const languages = { viewer, desk: desk.locale ?? "en" };
        const again = withInputs(each.fields, value, untouched(each.fields, value, languages), languages);
        expect([each.name, key, again]).toEqual([each.name, key, value]);
        if (valueAt(desk, entryPath(each, key)) !== undefined)
          expect(withEntry(desk, each, key, Object(again) as object)).toEqual(desk);
      }
  });

  test("any desk", () => {
    fc.assert(
      fc.property(document, fc.constantFrom(...locales), (desk, viewer) => {
        for (const { section: each, value } of eachEntry(desk)) {
          const languages = { viewer, desk: desk.locale ?? "en" };
          expect(withInputs(each.fields, value, untouched(each.fields, value, languages), languages)).toEqual(value);
        }
      }),
    );
  });
});

describe("an entry that is written from what its form shows means the same:", () => {
  test.each(writtenDesks)("%s", (_, desk) => {
    for (const viewer of locales) expect(deskOf(writtenAnew(desk, viewer), 1)).toEqual(deskOf(desk, 1));
  });

  test("any desk", () => {
    fc.assert(
      fc.property(document, fc.constantFrom(...locales), (desk, viewer) => {
        expect(deskOf(writtenAnew(desk, viewer), 1)).toEqual(deskOf(desk, 1));
      }),
    );
  });
});

test("a change of one field changes only this field, and keeps keys that the form does not know", () => {
  const desk = {
    accounts: { acme: { name: "Acme", plan: "gold", note: "of a later version", channels: ["slack:C1"] } },
  };
  const accounts = section("accounts");
  const entry = entryOf(desk, accounts, "acme")?.value;
  const inputs = new Map([...untouched(accounts.fields, entry, english), ["name", ["Acme TV"]] as const]);
  expect(withInputs(accounts.fields, entry, inputs, english)).toEqual({ ...desk.accounts.acme, name: "Acme TV" });
});

test("a form with a part of the fields leaves the others alone", () => {
  const people = section("people");
  const ana = { name: "Ana", roles: ["agent"], phone: "+34 600 000 001", quiet: "22:00-07:00" };
  expect(withInputs(people.fields, ana, new Map([["quiet", [""]]]), english)).toEqual({
    name: "Ana",
    roles: ["agent"],
    phone: "+34 600 000 001",
  });
});

test("ticks keep the order of the entry, and new ones come last", () => {
  const step = { at: "50%", tell: ["assignee", "manager", "luis"] };
  const inputs = new Map([["tell", ["", "luis", "head", "manager", "assignee"]]]);
  expect(withInputs(section("reminders").fields, step, inputs, english)).toEqual({
    at: "50%",
    tell: ["assignee", "manager", "luis", "head"],
  });
});

test("a value that is taken out takes the empty mapping around it along", () => {
  const plans = section("plans");
  const gold = { calendar: "always", targets: { critical: { firstResponse: "PT30M" } } };
  const inputs = new Map([["targets.critical.firstResponse", [""]]]);
  expect(withInputs(plans.fields, gold, inputs, english)).toEqual({ calendar: "always" });
});

describe("people may write", () => {
  const typed = (name: string, fields: Readonly<Record<string, string | readonly string[]>>): unknown =>
    withInputs(
      section(name).fields,
      {},
      new Map(Object.entries(fields).map(([each, texts]) => [each, [texts].flat()])),
      english,
    );

  test.each([
    ["4 hours", "PT4H"],
    ["4h", "PT4H"],
    ["PT4H", "PT4H"],
    ["pt4h", "PT4H"],
    ["90 minutes", "PT1H30M"],
    ["1 hour, 30 minutes", "PT1H30M"],
    ["1,5 horas", "PT1H30M"],
    ["1 working day", "P1D"],
    ["2 días laborables y 4 horas", "P2DT4H"],
    ["2 dias úteis e 4 horas", "P2DT4H"],
    ["1 semana", "1 semana"],
    ["soon", "soon"],
    ["4 hours ago", "4 hours ago"],
  ])("the length of time %s", (text, written) => {
    expect(typed("severities", { firstResponse: text })).toEqual({ firstResponse: written });
  });

  test.each([
    ["reopen", "never", "never"],
    ["reopen", "Nunca", "never"],
    ["undo", "0", 0],
    ["undo", "0 s", 0],
    ["undo", "30 s", "PT30S"],
    ["grace", "25", "25%"],
    ["grace", "25 %", "25%"],
  ])("for %s the text %s", (field, text, written) => {
    expect(typed("desk", { [field]: text })).toEqual({ [field]: written });
  });

  test("opening hours day by day", () => {
    const hours = Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri"].map((day) => [`hours.${day}`, "9:00 – 14:00, 15:30-18:30"]),
    );
    expect(typed("calendars", { ...hours, "hours.sat": "10:00-13:00", "hours.sun": "" })).toEqual({
      hours: { "mon-fri": ["09:00-14:00", "15:30-18:30"], sat: ["10:00-13:00"] },
    });
  });

  test("single dates with other hours", () => {
    expect(typed("calendars", { exceptions: "2026-12-24 9:00-13:00\r\n2026-12-31 cerrado\n\n2027-01-05" })).toEqual({
      exceptions: { "2026-12-24": ["09:00-13:00"], "2026-12-31": "closed", "2027-01-05": "closed" },
    });
  });

  test("channels that are ticked, and others by their id", () => {
    expect(
      typed("accounts", { channels: ["", "slack:C1", "slack:C2"], "channels.typed": "slack:C2\n discord:3 " }),
    ).toEqual({
      channels: ["slack:C1", "slack:C2", "discord:3"],
    });
  });

  test("a text for all languages, or one for each", () => {
    expect(typed("areas", { "title.en": "Payments", "title.es": "", "title.pt": "" })).toEqual({ title: "Payments" });
    expect(typed("areas", { "title.en": "", "title.es": "Pagos", "title.pt": "" })).toEqual({ title: { es: "Pagos" } });
  });
});

test("a new step of the reminders stands where its moment belongs, and the built-in ones are written down", () => {
  const desk = withEntry({}, section("reminders"), null, { at: "90%", tell: ["head"] });
  expect(desk.reminders?.map(({ at }) => at)).toEqual(["50%", "80%", "90%", "100%"]);
});

test("an article beside a manual that is one address", () => {
  const article = { title: "Uploads", url: "https://docs.example.com/uploads", keywords: ["upload"] };
  const desk = withEntry({ manual: "https://docs.example.com" }, section("articles"), null, article);
  expect(deskDocument.parse(desk).manual).toEqual({ url: "https://docs.example.com", articles: [article] });
  expect(withEntry(desk, section("articles"), "0", null).manual).toEqual({ url: "https://docs.example.com" });
});

test("entries in another order, only if each is named once", () => {
  const reply = (title: string) => ({ title, text: "…" });
  const replies = { late: reply("Late"), looking: reply("Looking"), a: reply("A") };
  const desk = withOrder({ replies }, section("replies"), ["a", "late", "looking"]);
  expect(Object.keys(desk?.replies ?? {})).toEqual(["a", "late", "looking"]);
  expect(desk?.replies).toEqual(replies);
  for (const keys of [
    ["a", "late"],
    ["a", "late", "late"],
    ["a", "late", "looking", "other"],
  ])
    expect(withOrder({ replies }, section("replies"), keys)).toBeNull();
  const article = (title: string) => ({ title, url: "https://docs.example.com", keywords: ["x"] });
  const manual = { url: "https://docs.example.com", articles: [article("One"), article("Two")] };
  expect(withOrder({ manual }, section("articles"), ["1", "0"])).toEqual({
    manual: { ...manual, articles: [article("Two"), article("One")] },
  });
});
