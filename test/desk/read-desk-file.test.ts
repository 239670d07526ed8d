import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { encodeAction, maxActionLength } from "../../src/chat/action.ts";
import { audienceArgument } from "../../src/chat/action-arguments.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { desk, sentences } from "./desk-file-text.ts";

const example = readFileSync(join(import.meta.dirname, "../../.desk.example.yaml"), "utf8");

test("the example file has no fault", () => {
  expect(sentences(example)).toEqual([]);
  expect(sentences(desk({}))).toEqual([]);
});

test("the longest allowed ids and keys fit a button, and longer ones are refused", () => {
  const longest = "x".repeat(64);
  const accepted = (length: number): boolean => {
    const name = "x".repeat(length);
    const people = `{ ana: { name: Ana, roles: [manager], playground: ${name} }, ${name}: { name: Ana, roles: [agent] } }`;
    const accounts = `{ acme: { name: Acme, plan: basic, channels: ["playground:c${name.slice(1)}"], contacts: ["playground:u${name.slice(1)}"] } }`;
    return sentences(desk({ people, accounts })).join() === "";
  };
  expect([accepted(64), accepted(65)]).toEqual([true, false]);
  const highest = 2 ** 31 - 1;
  const place = audienceArgument({ kind: "person", user: `playground:${longest}` });
  for (const verb of ["submit-reply", "clientUpdate", "reply"] as const)
    expect(encodeAction(verb, highest, place).length).toBeLessThanOrEqual(maxActionLength);
  expect(sentences(desk({ people: `{ ana: { name: Ana, roles: [manager], slack: ${longest}x } }` })).join()).toContain(
    "at most 64 characters",
  );
});

test("all faults are reported at once, with line, path, value and what was expected", () => {
  const faulty = example
    .replace("locale: en #", "locale: fr #")
    .replace("timezone: Europe/Madrid\n    hours", "timezone: Europe/Madird\n    hours")
    .replace('"15:30-18:30"', '"13:30-18:30"')
    .replace("firstResponse: PT1H,", "firstResponse: 1 hour,")
    .replace("plan: premium", "plan: gold")
    .replace("manager: ana", "manager: anna")
    .replace("deputy: luis", "deputy: louis")
    .replace("manual:", "manuel:")
    .replace('"200000000000000001"', "200000000000000001");
  expect(sentences(faulty)).toEqual([
    'line 5: locale is "fr": expected one of es, en, pt.',
    'line 6: manuel is "https://docs.example.com/user-manual": expected one of the keys desk, locale, timezone, consulting, waiting, phone, manual, calendars, severities, plans, reminders, grace, undo, assignment, notifyAssignee, welcome, reports, mail, areas, replies, reopen, thanks, limits, channels, people, accounts (did you mean manual?).',
    'line 12: calendars.office.timezone is "Europe/Madird": expected a time zone such as Europe/Madrid.',
    "line 13: calendars.office.hours.mon-fri is a list: expected intervals in order, none beginning before the one before it has ended.",
    'line 19: severities.critical.firstResponse is "1 hour": expected an ISO 8601 duration from PT5S to P3660D, such as PT30M or P1D.',
    "line 65: people.ana.discord is 200000000000000001: expected a Discord id of at most 20 digits, in quotation marks.",
    'line 68: people.ana.deputy is "louis": expected one of the people ana, eva, luis.',
    'line 76: accounts.acme.plan is "gold": expected one of the plans premium, standard.',
    'line 77: accounts.acme.manager is "anna": expected one of the people ana, eva, luis.',
  ]);
});

test("a severity's meaning in an unknown language is refused", () => {
  expect(sentences(desk({ severities: "{ low: { means: { fr: Petit } } }" }))).toContain(
    "line 6: severities.low.means is a mapping: expected one line of at most 100 characters, or one for each language (es, en, pt).",
  );
});

test("“always” needs no calendar entry, neither for a plan nor for a severity", () => {
  const plans = (calendar: string) =>
    `{ basic: { calendar: ${calendar}, targets: { critical: { calendar: always } } } }`;
  expect(sentences(desk({ calendars: "{}", plans: plans("always") }))).toEqual([]);
  // The fault in the language does not hide the unknown name.
  expect(sentences(desk({ calendars: "{}", plans: plans("nights"), locale: "fr" }))).toEqual([
    'line 2: plans.basic.calendar is "nights": expected one of the calendars always.',
    'line 6: locale is "fr": expected one of es, en, pt.',
  ]);
});

describe("text that is hardly a desk file is reported:", () => {
  test.each([
    ["", "channels.triage is not set: expected the channel where the team sees new tickets."],
    ["- a\n- b\n", "the file is a list: expected a mapping with the keys"],
    ["desk: [\n", "line 2: the file is not YAML"],
    ["desk: A\ndesk: B\n", "line 2: the file is not YAML (Map keys must be unique): expected a YAML mapping."],
    ["x: &a [1]\ny: [*a, *a]\n", "line 1: x is a list: expected one of the keys"],
  ])("%j", (text, sentence) => {
    expect(sentences(text)[0]).toContain(sentence);
  });
});

test("a number that YAML would round is not accepted as an id", () => {
  expect(
    sentences(desk({ people: "{ ana: { name: Ana, roles: [manager], discord: 200000000000000001 } }" })),
  ).toHaveLength(1);
});

test("a faulty entry does not cause faults in the entries that name it", () => {
  expect(
    sentences(desk({ plans: "{ basic: { calendar: 5 } }", people: "{ ana: { name: 7, roles: [agent] } }" })),
  ).toEqual([
    "line 2: plans.basic.calendar is 5: expected the name of a calendar.",
    "line 4: people.ana.name is 7: expected a name of at most 100 characters.",
  ]);
});

test("a partial file may refer to what is in force, but not contradict it", () => {
  const inForce = readDeskFile(example);
  const current = inForce.ok ? inForce.document : null;
  expect(sentences("accounts: { zeta: { name: Zeta, plan: standard, manager: eva } }", current)).toEqual([]);
  expect(sentences('accounts: { zeta: { name: Zeta, plan: standard, contacts: ["slack:U0CARLA"] } }', current)).toEqual(
    [
      'line 1: accounts.zeta.contacts.0 is "slack:U0CARLA": expected one that is not already in accounts.acme.contacts.',
    ],
  );
});

test.each([
  ["languge", "en", "(did you mean locale?)"],
  ["plnas", "{}", "(did you mean plans?)"],
  ["people", "{ eva: { name: Eva, roles: [head], phon: '1' } }", "(did you mean phone?)"],
  ["people", "{ eva: { name: Eva, roles: [head], slack: ana.ruiz } }", "expected a Slack member ID"],
  ["people", "{ eva: { name: Eva, roles: [head], discord: eva } }", "expected a Discord id"],
  ["accounts", "{ beta: { name: Beta, plan: basic, contacts: ['slack:ana.ruiz'] } }", "expected a platform and an id"],
])("%s: %s gets a helpful message", (key, value, help) => {
  expect(sentences(desk({ [key]: value })).join("\n")).toContain(help);
});

test("unknown names are reported together with all other faults", () => {
  const faults = sentences(
    desk({
      reminders: "[{ at: 50%, tell: [boss] }, { at: 80, tell: [manager] }]",
      people: "{ ana: { name: Ana, roles: [managr], deputy: louis } }",
      accounts: "{ acme: { name: Acme, plan: golden, locale: fr, manager: ana } }",
    }),
  ).join("\n");
  for (const value of ['"boss"', "80", '"managr"', '"louis"', '"golden"', '"fr"'])
    expect(faults).toContain(`is ${value}`);
  expect(faults).not.toContain("manager is");
});

test("opening hours without a leading zero say so", () => {
  expect(
    sentences(desk({ calendars: '{ always: { timezone: UTC, hours: { mon: ["9:00-14:00"] } } }' })).join(),
  ).toContain("each time with two digits for the hour");
});
