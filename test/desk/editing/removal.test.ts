import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entriesOf, entryOf } from "../../../src/desk/editing/entries.ts";
import { newKey } from "../../../src/desk/editing/keys.ts";
import { placesNaming, withoutEntry } from "../../../src/desk/editing/references.ts";
import { sectionNamed, type Section } from "../../../src/desk/editing/section.ts";
import { noFormer } from "../../../src/desk/former.ts";
import { readDeskFile } from "../../../src/desk/read-desk-file.ts";
import { exportDesk } from "../../../src/desk/desk-document.ts";
import type { DeskDocument } from "../../../src/desk/schema.ts";
import { document } from "../any-desk.ts";
import { writtenDesks } from "./written-desks.ts";

const section = (name: string): Section => sectionNamed(name) ?? expect.fail(name);
const [people, plans, calendars, accounts, areas] = ["people", "plans", "calendars", "accounts", "areas"].map(
  section,
) as [Section, Section, Section, Section, Section];

const desk: DeskDocument = {
  channels: { triage: "slack:C0" },
  calendars: { office: { timezone: "Europe/Madrid", hours: { mon: ["09:00-14:00"] } } },
  plans: {
    gold: { calendar: "office", targets: { critical: { calendar: "office", firstResponse: "PT1H" } } },
    basic: { calendar: "always" },
  },
  people: {
    luis: { name: "Luis", roles: ["agent"], deputy: "marta" },
    marta: { name: "Marta", roles: ["agent"] },
    ana: { name: "Ana", roles: ["manager"], deputy: "luis" },
  },
  accounts: { acme: { name: "Acme", plan: "gold", manager: "luis" } },
  areas: { player: { title: "Player", agents: ["luis", "marta"] }, ads: { title: "Ads", agents: ["luis"] } },
  reminders: [
    { at: "50%", tell: ["luis", "manager"] },
    { at: "90%", tell: ["marta", "luis"], email: [] },
  ],
};

const pathsOf = (of: Section, key: string) => placesNaming(desk, of, key).map(({ path }) => path.join("."));

describe("every place that names an entry is found:", () => {
  test.each([
    [
      people,
      "luis",
      [
        "people.ana.deputy",
        "accounts.acme.manager",
        "areas.player.agents.0",
        "areas.ads.agents.0",
        "reminders.0.tell.0",
        "reminders.1.tell.1",
      ],
    ],
    [people, "ana", []],
    [plans, "gold", ["accounts.acme.plan"]],
    [calendars, "office", ["plans.gold.calendar", "plans.gold.targets.critical.calendar"]],
    [accounts, "acme", []],
    [areas, "player", []],
  ])("$name %s", (of, key, paths) => {
    expect(pathsOf(of, key)).toEqual(paths);
  });

  test("a desk in which an entry is removed and its mentions are not is refused exactly where they stand", () => {
    for (const of of [people, plans, calendars])
      for (const { key } of entriesOf(desk, of)) {
        const { [key]: _, ...others } =
          (desk as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[of.name] ?? {};
        const reading = readDeskFile(JSON.stringify({ ...desk, [of.name]: others }));
        const faults = reading.ok ? [] : reading.faults.map(({ path }) => path);
        expect(faults.toSorted()).toEqual(pathsOf(of, key).toSorted());
      }
  });
});

describe("an entry is removed", () => {
  test("and the replacement takes its places, once in each list, and never as its own deputy", () => {
    const after = withoutEntry(desk, people, "luis", "marta");
    expect(Object.keys(after.people ?? {})).toEqual(["marta", "ana"]);
    expect(after.people?.["ana"]?.deputy).toBe("marta");
    expect(after.accounts?.["acme"]?.manager).toBe("marta");
    expect(after.areas?.["player"]?.agents).toEqual(["marta"]);
    expect(after.areas?.["ads"]?.agents).toEqual(["marta"]);
    expect(after.reminders).toEqual([
      { at: "50%", tell: ["marta", "manager"] },
      { at: "90%", tell: ["marta"], email: [] },
    ]);
    expect(withoutEntry(desk, people, "marta", "luis").people?.["luis"]).toEqual({ name: "Luis", roles: ["agent"] });
  });

  test("and its places stay empty, if that is chosen", () => {
    const after = withoutEntry(desk, people, "luis", null);
    expect(after.people?.["ana"]).toEqual({ name: "Ana", roles: ["manager"] });
    expect(after.areas?.["ads"]).toEqual({ title: "Ads" });
    expect(after.reminders?.[0]).toEqual({ at: "50%", tell: ["manager"] });
  });

  test("from any desk, and the desk stays right", () => {
    fc.assert(
      fc.property(
        document,
        fc.constantFrom(people, plans, calendars),
        fc.nat(),
        fc.nat(),
        (given, of, which, instead) => {
          const keys = entriesOf(given, of).map(({ key }) => key);
          const key = keys[which % keys.length] ?? "";
          const others = keys.filter((each) => each !== key);
          fc.pre(others.length > 0);
          const after = withoutEntry(given, of, key, others[instead % others.length] ?? "");
          expect(entryOf(after, of, key)).toBeNull();
          expect(placesNaming(after, of, key)).toEqual([]);
          const reading = readDeskFile(exportDesk(after));
          // A target may not fit another calendar.
          expect(
            reading.ok ? [] : reading.faults.filter(({ expected }) => expected.key !== "calendarForTarget"),
          ).toEqual([]);
        },
      ),
    );
  });
});

describe("a key for a new entry", () => {
  test.each([
    [accounts, "Acme TV", "acme-tv"],
    [accounts, "  Peña & Söhne, S.L. ", "pena-sohne-s-l"],
    [accounts, "株式会社", "株式会社"],
    [accounts, "???", "1"],
    [accounts, "constructor", "constructor-2"],
    [accounts, "Acme", "acme-2"],
    [accounts, "Old one", "old-one-2"],
    [people, "Head", "head-2"],
    [people, "Former", "former-2"],
    [calendars, "Always", "always-2"],
  ])("of $name from %s", (of, name, key) => {
    const former = { ...noFormer, people: { former: "Former" }, accounts: { "old-one": "Old one" } };
    expect(newKey(desk, of, name, former)).toBe(key);
  });

  test("is one that the desk file takes, and no other entry has it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...writtenDesks), fc.string({ unit: "grapheme" }), ([, given], name) => {
        const key = newKey(given, accounts, name, noFormer);
        expect(key).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u);
        expect(entryOf(given, accounts, key)).toBeNull();
      }),
    );
  });
});
