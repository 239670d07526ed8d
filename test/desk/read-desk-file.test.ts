import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { encodeAction, maxActionLength } from "../../src/chat/action.ts";
import { deskFaultSentence } from "../../src/desk/desk-fault.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { audienceArgument } from "../../src/chat/action-arguments.ts";

const example = readFileSync(join(import.meta.dirname, "../../.desk.example.yaml"), "utf8");

const sentences = (text: string, current?: unknown): readonly string[] => {
  const reading = readDeskFile(text, current, { part: current !== undefined });
  return reading.ok ? [] : reading.faults.map(deskFaultSentence);
};

/** A small desk that is right, with one part replaced by a faulty one. */
const desk = (replaced: Readonly<Record<string, string>>): string =>
  Object.entries({
    calendars: "{ always: { open: always } }",
    plans: "{ basic: { calendar: always } }",
    channels: '{ triage: "slack:C1" }',
    people: "{ ana: { name: Ana, roles: [manager], slack: U1 } }",
    accounts: "{ acme: { name: Acme, plan: basic, manager: ana } }",
    ...replaced,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("");

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
    'line 6: manuel is "https://docs.example.com/user-manual": expected one of the keys desk, locale, timezone, consulting, waiting, phone, manual, calendars, severities, plans, reminders, grace, undo, assignment, notifyAssignee, areas, replies, reopen, thanks, limits, channels, people, accounts (did you mean manual?).',
    'line 12: calendars.office.timezone is "Europe/Madird": expected a time zone such as Europe/Madrid.',
    "line 13: calendars.office.hours.mon-fri is a list: expected intervals in order, none beginning before the one before it has ended.",
    'line 19: severities.critical.firstResponse is "1 hour": expected an ISO 8601 duration from PT5S to P3660D, such as PT30M or P1D.',
    "line 65: people.ana.discord is 200000000000000001: expected a Discord id of at most 20 digits, in quotation marks.",
    'line 68: people.ana.deputy is "louis": expected one of the people ana, eva, luis.',
    'line 76: accounts.acme.plan is "gold": expected one of the plans premium, standard.',
    'line 77: accounts.acme.manager is "anna": expected one of the people ana, eva, luis.',
  ]);
});

describe("each fault is reported in one sentence", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "a calendar without hours",
      { calendars: "{ always: { timezone: UTC } }" },
      "line 1: calendars.always.hours is not set: expected opening hours (or open: always).",
    ],
    [
      "hours beside “always”",
      { calendars: '{ always: { open: always, holidays: ["2026-12-25"] } }' },
      "line 1: calendars.always.holidays is a list: expected nothing here, since the calendar is always open.",
    ],
    [
      "a calendar that never opens",
      { calendars: "{ always: { timezone: UTC, hours: { mon: [] } } }" },
      "line 1: calendars.always.hours is a mapping: expected at least one day with opening hours: a calendar that never opens keeps no promise.",
    ],
    [
      "an interval that ends before it begins",
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["22:00-06:00"] } } }' },
      'line 1: calendars.always.hours.mon.0 is "22:00-06:00": expected opening hours such as "09:00-14:00", the end after the start; divide at midnight ("22:00-24:00", "00:00-06:00").',
    ],
    [
      "an invalid hour",
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-24:01"] } } }' },
      'line 1: calendars.always.hours.mon.0 is "09:00-24:01": expected opening hours such as "09:00-14:00", the end after the start; divide at midnight ("22:00-24:00", "00:00-06:00").',
    ],
    [
      "a day named twice",
      { calendars: '{ always: { timezone: UTC, hours: { mon-fri: ["09:00-10:00"], tue: ["09:00-10:00"] } } }' },
      "line 1: calendars.always.hours is a mapping: expected each day once.",
    ],
    [
      "an invalid day",
      { calendars: '{ always: { timezone: UTC, hours: { lun: ["09:00-10:00"] } } }' },
      "line 1: calendars.always.hours.lun is a list: expected days such as mon, mon-fri or sun-thu.",
    ],
    [
      "an invalid date",
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-10:00"] }, holidays: ["2026-02-30"] } }' },
      'line 1: calendars.always.holidays.0 is "2026-02-30": expected a date such as 2026-12-25.',
    ],
    [
      "an offset as a zone",
      { timezone: '"+02:00"' },
      'line 6: timezone is "+02:00": expected a time zone such as Europe/Madrid.',
    ],
    [
      "an inactivity question after the closing",
      { waiting: "{ nudge: P5D, close: P2D }" },
      'line 6: waiting.close is "P2D": expected a duration longer than that of nudge.',
    ],
    [
      "a wait without a closing",
      { waiting: "{}" },
      "line 6: waiting.nudge is not set: expected a duration here, or in close.",
    ],
    ["an invalid phone number", { phone: '"ring us"' }, 'line 6: phone is "ring us": expected a telephone number.'],
    [
      "an escalation at an unknown time",
      { plans: "{ basic: { calendar: always, escalate: sometimes } }" },
      'line 2: plans.basic.escalate is "sometimes": expected one of always, broken.',
    ],
    [
      "a plan without its calendar",
      { plans: "{ basic: { calendar: office } }" },
      'line 2: plans.basic.calendar is "office": expected one of the calendars always.',
    ],
    [
      "a target for a promised update",
      { severities: "{ low: { update: PT1H } }" },
      'line 6: severities.low.update is "PT1H": expected one of the keys firstResponse, nextResponse, resolution, tech, means.',
    ],
    [
      "a fifth severity",
      { severities: "{ urgent: { firstResponse: PT1H } }" },
      "line 6: severities.urgent is a mapping: expected one of the keys critical, high, medium, low.",
    ],
    [
      "a phone for no severity",
      { plans: "{ basic: { calendar: always, phone: [loud] } }" },
      'line 2: plans.basic.phone.0 is "loud": expected one of critical, high, medium, low.',
    ],
    ["a manual without an address", { manual: "the wiki" }, 'line 6: manual is "the wiki": expected a web address.'],
    [
      "an article without its address",
      { manual: "{ url: https://a.example, articles: [{ title: Video, url: video.html, keywords: [video] }] }" },
      'line 6: manual.articles.0.url is "video.html": expected a web address.',
    ],
    [
      "an article without keywords",
      { manual: "{ url: https://a.example, articles: [{ title: Video, url: https://a.example/v, keywords: [] }] }" },
      "line 6: manual.articles.0.keywords is an empty list: expected at least one word.",
    ],
    [
      "an article in an unknown language",
      {
        manual:
          "{ url: https://a.example, articles: [{ title: V, url: https://a.example/v, keywords: [v], language: fr }] }",
      },
      'line 6: manual.articles.0.language is "fr": expected one of the keys title, url, keywords, lang.',
    ],
    [
      "no triage channel",
      { channels: "{ tech: slack:C2 }" },
      "line 3: channels.triage is not set: expected the channel where the team sees new tickets.",
    ],
    [
      "a channel by name",
      { channels: '{ triage: "#triage" }' },
      'line 3: channels.triage is "#triage": expected a platform and an id (at most 64 characters), such as "slack:C0123ABCD".',
    ],
    [
      "an unknown platform",
      { accounts: '{ acme: { name: Acme, plan: basic, contacts: ["irc:ana"] } }' },
      'line 5: accounts.acme.contacts.0 is "irc:ana": expected a platform and an id (at most 64 characters), such as "slack:C0123ABCD".',
    ],
    [
      "an unknown role",
      { people: "{ ana: { name: Ana, roles: [boss], slack: U1 } }" },
      'line 4: people.ana.roles.0 is "boss": expected one of agent, manager, tech, head, admin.',
    ],
    [
      "no role",
      { people: "{ ana: { name: Ana, roles: [], slack: U1 } }" },
      "line 4: people.ana.roles is an empty list: expected at least one of agent, manager, tech, head, admin.",
    ],
    [
      "a person without a name",
      { people: "{ ana: { roles: [agent] } }" },
      "line 4: people.ana.name is not set: expected a name of at most 100 characters.",
    ],
    [
      "a preferred platform without an id",
      { people: "{ ana: { name: Ana, roles: [manager], slack: U1, prefers: discord } }" },
      'line 4: people.ana.prefers is "discord": expected a platform they have an id on: slack.',
    ],
    [
      "an unknown preferred platform",
      { people: "{ ana: { name: Ana, roles: [manager], slack: U1, prefers: irc } }" },
      'line 4: people.ana.prefers is "irc": expected one of slack, discord, playground.',
    ],
    [
      "a person as their own deputy",
      { people: "{ ana: { name: Ana, roles: [agent], deputy: ana } }" },
      'line 4: people.ana.deputy is "ana": expected another person.',
    ],
    [
      "a key that cannot be typed",
      { people: '{ ana: { name: Ana, roles: [agent] }, "a b": { name: Ana, roles: [agent] } }' },
      "line 4: people.a b is a mapping: expected a key of at most 64 letters, digits, dots, dashes and underscores.",
    ],
    [
      "a key that every JavaScript object has",
      { plans: "{ basic: { calendar: always }, constructor: { calendar: always } }" },
      "line 2: plans.constructor is a mapping: expected a key of at most 64 letters, digits, dots, dashes and underscores.",
    ],
    [
      "a key that every JavaScript object has, as a reference",
      { accounts: "{ acme: { name: Acme, plan: toString } }" },
      'line 5: accounts.acme.plan is "toString": expected one of the plans basic.',
    ],
    [
      "shares in falling order",
      { reminders: "[{ at: 80% }, { at: 50% }]" },
      "line 6: reminders is a list: expected shares rising, time left falling, and none twice for the same severity and clock.",
    ],
    [
      "a share twice for one clock",
      { reminders: "[{ at: 50%, severities: [high, low] }, { at: 50%, severities: [low], tell: [head] }]" },
      "line 6: reminders is a list: expected shares rising, time left falling, and none twice for the same severity and clock.",
    ],
    [
      "time left in rising order",
      { reminders: "[{ left: PT15M }, { at: 50% }, { left: PT30M }]" },
      "line 6: reminders is a list: expected shares rising, time left falling, and none twice for the same severity and clock.",
    ],
    [
      "a step without a time",
      { reminders: "[{ tell: [manager] }]" },
      "line 6: reminders.0.at is not set: expected a share of the target such as 80% (or left: PT15M).",
    ],
    [
      "a step with two times",
      { reminders: "[{ at: 50%, left: PT15M }]" },
      'line 6: reminders.0.left is "PT15M": expected nothing here, since at is given.',
    ],
    [
      "time left in days",
      { reminders: "[{ left: P1D }]" },
      'line 6: reminders.0.left is "P1D": expected working time left such as PT15M, without days.',
    ],
    [
      "a step for an unknown person",
      { reminders: "[{ at: 50%, tell: [manager, otto] }]" },
      'line 6: reminders.0.tell.1 is "otto": expected one of manager, deputy, assignee, head, tech, ana.',
    ],
    [
      "an e-mail to a person without an address",
      { reminders: "[{ at: 50%, email: [ana] }]" },
      'line 6: reminders.0.email.0 is "ana": expected somebody with an e-mail address.',
    ],
    [
      "a step for no severity",
      { reminders: "[{ at: 50%, severities: [] }]" },
      "line 6: reminders.0.severities is an empty list: expected at least one severity.",
    ],
    [
      "a step for an unknown clock",
      { reminders: "[{ at: 50%, clocks: [answer] }]" },
      'line 6: reminders.0.clocks.0 is "answer": expected one of firstResponse, nextResponse, update, resolution, tech.',
    ],
    [
      "a person with the key of a role",
      { people: "{ ana: { name: Ana, roles: [manager] }, head: { name: Eva, roles: [head] } }" },
      "line 4: people.head is a mapping: expected another key, since this one names a part in reminders.",
    ],
    [
      "invalid quiet hours",
      { people: '{ ana: { name: Ana, roles: [manager], quiet: "22:00-22:00" } }' },
      'line 4: people.ana.quiet is "22:00-22:00": expected quiet hours such as "22:00-07:00".',
    ],
    [
      "an exception without a date",
      {
        calendars:
          '{ always: { timezone: UTC, hours: { mon: ["09:00-10:00"] }, exceptions: { "2026-02-30": closed } } }',
      },
      'line 1: calendars.always.exceptions.2026-02-30 is "closed": expected a date such as 2026-12-25.',
    ],
    [
      "an exception that is neither closed nor has hours",
      {
        calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-10:00"] }, exceptions: { "2026-12-24": open } } }',
      },
      'line 1: calendars.always.exceptions.2026-12-24 is "open": expected closed, or opening hours in order such as ["09:00-13:00"].',
    ],
    [
      "exceptions to “always”",
      { calendars: '{ always: { open: always, exceptions: { "2026-12-24": closed } } }' },
      "line 1: calendars.always.exceptions is a mapping: expected nothing here, since the calendar is always open.",
    ],
    [
      "public holidays of a country by its name",
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-10:00"] }, publicHolidays: Spain } }' },
      'line 1: calendars.always.publicHolidays is "Spain": expected a country such as ES, or a region of one such as ES-MD.',
    ],
    [
      "a target of zero",
      { severities: "{ low: { resolution: PT0S } }" },
      'line 6: severities.low.resolution is "PT0S": expected an ISO 8601 duration from PT5S to P3660D, such as PT30M or P1D.',
    ],
    [
      "a negative target",
      { severities: "{ low: { resolution: -PT1H } }" },
      'line 6: severities.low.resolution is "-PT1H": expected an ISO 8601 duration from PT5S to P3660D, such as PT30M or P1D.',
    ],
    [
      "a share of zero",
      { reminders: "[{ at: 0% }]" },
      'line 6: reminders.0.at is "0%": expected a percentage from 1% to 1000%.',
    ],
    [
      "a share without a percent sign",
      { reminders: "[{ at: 50 }]" },
      "line 6: reminders.0.at is 50: expected a percentage from 1% to 1000%.",
    ],
    ["a ladder without steps", { reminders: "[]" }, "line 6: reminders is an empty list: expected at least one step."],
    [
      "an empty section",
      { people: "", accounts: "{}" },
      "line 4: people is empty: expected a mapping of people by a short name.",
    ],
    [
      "one identity for two people",
      { people: "{ ana: { name: A, roles: [agent], slack: U1 }, eva: { name: E, roles: [agent], slack: U1 } }" },
      'line 4: people.eva.slack is "U1": expected one that is not already people.ana.',
    ],
    [
      "a staff member as a customer",
      { accounts: '{ acme: { name: Acme, plan: basic, contacts: ["slack:U1"] } }' },
      'line 5: accounts.acme.contacts.0 is "slack:U1": expected one that is not already people.ana.',
    ],
    [
      "the triage channel as a customer's",
      { accounts: '{ acme: { name: Acme, plan: basic, channels: ["slack:C1"] } }' },
      'line 5: accounts.acme.channels.0 is "slack:C1": expected one that is not already channels.triage.',
    ],
    [
      "a pending time of an hour",
      { undo: "PT1H" },
      'line 6: undo is "PT1H": expected 0, or from PT5S to PT5M, such as PT10S.',
    ],
    [
      "a canned reply with an unknown placeholder",
      { replies: '{ hello: { title: Hello, text: { en: "Hello {custmer}, {ticket}" } } }' },
      'line 6: replies.hello.text.en is "Hello {custmer}, {ticket}": expected text with no placeholders but {customer}, {ticket}, {manager}, {account}, {due} (it has {custmer}).',
    ],
    [
      "a canned reply without a text",
      { replies: "{ hello: { title: Hello, text: {} } }" },
      "line 6: replies.hello.text is a mapping: expected a text for es, en or pt.",
    ],
    [
      "a canned reply that names an internal channel",
      { replies: "{ hello: { title: Hello, text: 'See #triage' } }" },
      'line 6: replies.hello.text is "See #triage": expected words without "#triage", which is internal.',
    ],
    [
      "a channel in two accounts",
      {
        accounts:
          '{ a: { name: A, plan: basic, channels: ["slack:C7"] }, b: { name: B, plan: basic, channels: ["slack:C8", "slack:C7"] } }',
      },
      'line 5: accounts.b.channels.1 is "slack:C7": expected one that is not already in accounts.a.channels.',
    ],
    [
      "a user in two accounts",
      {
        accounts:
          '{ a: { name: A, plan: basic, contacts: ["slack:U7"] }, b: { name: B, plan: basic, contacts: ["slack:U7"] } }',
      },
      'line 5: accounts.b.contacts.0 is "slack:U7": expected one that is not already in accounts.a.contacts.',
    ],
    [
      "a calendar that is too short for its plan",
      {
        calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-09:01"] } } }',
        plans: "{ basic: { calendar: always, targets: { low: { resolution: PT200H } } } }",
      },
      'line 2: plans.basic.calendar is "always": expected a calendar in which the low resolution target can be used up within 60 years.',
    ],
    [
      "a severity's own calendar that is missing",
      { plans: "{ basic: { calendar: always, targets: { critical: { calendar: nights } } } }" },
      'line 2: plans.basic.targets.critical.calendar is "nights": expected one of the calendars always.',
    ],
    [
      "a severity's own calendar that is too short for its target",
      {
        calendars: '{ office: { timezone: UTC, hours: { mon: ["09:00-09:01"] } } }',
        plans: "{ basic: { calendar: always, targets: { low: { calendar: office, resolution: PT200H } } } }",
      },
      'line 2: plans.basic.targets.low.calendar is "office": expected a calendar in which the low resolution target can be used up within 60 years.',
    ],
    [
      "a calendar among the targets of every plan",
      { severities: "{ low: { calendar: always } }" },
      'line 6: severities.low.calendar is "always": expected one of the keys firstResponse, nextResponse, resolution, tech, means.',
    ],
    [
      "a severity's meaning that is too long for a form",
      { severities: `{ low: { means: ${"x".repeat(101)} } }` },
      `line 6: severities.low.means is "${"x".repeat(59)}…: expected one line of at most 100 characters.`,
    ],
    [
      "a severity's meaning of two lines, in one language",
      { severities: '{ low: { means: { es: "a\\nb" } } }' },
      'line 6: severities.low.means.es is "a\\nb": expected one line of at most 100 characters.',
    ],
    [
      "a severity's meaning that names an internal channel",
      { severities: "{ low: { means: Ask in <#C1> } }" },
      'line 6: severities.low.means is "Ask in <#C1>": expected words without "#C1", which is internal.',
    ],
    ...(
      [
        ["reopen", { reopen: "PT2000H" }, "reopen"],
        ["a nudge", { waiting: "{ nudge: PT2000H }" }, "waiting.nudge"],
        ["the end of waiting", { waiting: "{ nudge: PT1H, close: PT2000H }" }, "waiting.close"],
        ["consulting", { consulting: "{ firstResponse: PT2000H }" }, "the consulting firstResponse target"],
      ] as const
    ).map(([name, given, what]): [string, Readonly<Record<string, string>>, string] => [
      `a calendar too narrow for ${name}`,
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-09:01"] } } }', ...given },
      `line 2: plans.basic.calendar is "always": expected a calendar in which ${what} can be used up within 60 years.`,
    ]),
  ])("%s", (_, replaced, sentence) => {
    expect(sentences(desk(replaced))).toEqual([sentence]);
  });
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
  // The fault in the language does not hide the name that is nowhere.
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
  const told = sentences(
    desk({
      reminders: "[{ at: 50%, tell: [boss] }, { at: 80, tell: [manager] }]",
      people: "{ ana: { name: Ana, roles: [managr], deputy: louis } }",
      accounts: "{ acme: { name: Acme, plan: golden, locale: fr, manager: ana } }",
    }),
  ).join("\n");
  for (const value of ['"boss"', "80", '"managr"', '"louis"', '"golden"', '"fr"'])
    expect(told).toContain(`is ${value}`);
  expect(told).not.toContain("manager is");
});

test("opening hours without a leading zero say so", () => {
  expect(
    sentences(desk({ calendars: '{ always: { timezone: UTC, hours: { mon: ["9:00-14:00"] } } }' })).join(),
  ).toContain("each time with two digits for the hour");
});
