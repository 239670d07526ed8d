import { describe, expect, test } from "vitest";
import { desk, sentences } from "./desk-file-text.ts";

describe("each fault of reminders, replies, articles and severities is reported in one sentence", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["an invalid phone number", { phone: '"ring us"' }, 'line 6: phone is "ring us": expected a telephone number.'],
    [
      "an escalation at an unknown time",
      { plans: "{ basic: { calendar: always, escalate: sometimes } }" },
      'line 2: plans.basic.escalate is "sometimes": expected one of always, broken.',
    ],
    [
      "a goal that is no percentage",
      { plans: "{ basic: { calendar: always, attainment: { firstResponse: 0.95 } } }" },
      "line 2: plans.basic.attainment.firstResponse is 0.95: expected a percentage from 1% to 100%, such as 95% or 99.5%.",
    ],
    [
      "a goal of more than everything",
      { plans: '{ basic: { calendar: always, attainment: { update: "101%" } } }' },
      'line 2: plans.basic.attainment.update is "101%": expected a percentage from 1% to 100%, such as 95% or 99.5%.',
    ],
    [
      "a goal for a clock that customers never see",
      { plans: "{ basic: { calendar: always, attainment: { tech: 95% } } }" },
      'line 2: plans.basic.attainment.tech is "95%": expected one of the keys firstResponse, nextResponse, update, resolution.',
    ],
    [
      "a phone for no severity",
      { plans: "{ basic: { calendar: always, phone: [loud] } }" },
      'line 2: plans.basic.phone.0 is "loud": expected one of critical, high, medium, low.',
    ],
    [
      "a digest on a day that is none",
      { reports: "{ weekly: monday }" },
      'line 6: reports.weekly is "monday": expected a day and a time such as "mon 08:00", or never.',
    ],
    [
      "drafts at an hour of one digit",
      { reports: "{ statements: 8:00 }" },
      'line 6: reports.statements is "8:00": expected a time such as "08:00", or never.',
    ],
    [
      "alerts that are neither on nor off",
      { reports: "{ alerts: sometimes }" },
      'line 6: reports.alerts is "sometimes": expected true or false.',
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
      'line 6: reminders.0.email.0 is "ana": expected a person with an e-mail address.',
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
  ])("%s", (_, replaced, sentence) => {
    expect(sentences(desk(replaced))).toEqual([sentence]);
  });
});
