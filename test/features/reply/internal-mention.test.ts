import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import { internalMention, blockedPhrase } from "../../../src/tickets/internal-mention.ts";
import { cast, given, opening } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const noDetails = {
  email: null,
  phone: null,
  deputy: null,
  locale: null,
  timezone: null,
  quiet: null,
  notify: null,
  notifyChoice: null,
  reports: true,
  outUntil: null,
};
const desk: Desk = {
  ...sampleDesk,
  channels: { triage: ["slack:C0TRIAGE", "discord:300000000000000009"], tech: ["playground:engine"] },
  people: {
    ...sampleDesk.people,
    jose: {
      ...noDetails,
      key: "jose",
      name: "José Peña",
      roles: ["tech"],
      identities: ["slack:U0JOSE77", "discord:200000000000000007"],
    },
    max: { ...noDetails, key: "max", name: "Max", roles: ["tech"], identities: [] },
  },
};

describe("an internal name in a reply is found", () => {
  test.each<[string, string]>([
    ["by full name", "I asked Tom Berg about it"],
    ["without capitals and accents", "eso lo sabe jose pena."],
    ["behind blanks and invisible characters", "Jose\u0301\u00a0\u200bPe\u00f1a"],
    ["in wide letters", "ＴＯＭ ＢＥＲＧ"],
    ["by handle", "@tom is on it"],
    ["by a single name's handle", "ask @Max"],
    ["by id", "see @U0JOSE77"],
    ["by Discord id", "200000000000000007"],
    ["by a channel's id", "it is in C0TRIAGE now"],
    ["by a channel's name in the desk file", "look at #triage"],
    ["by a channel's name on the platform", "look at #engine"],
    ["by a link to a card on Slack", "https://acme.slack.com/archives/C0TRIAGE/p1768208400000000"],
    ["by a link to a card on Discord", "https://discord.com/channels/1/300000000000000009/5"],
  ])("%s", (_, text) => {
    expect(internalMention(text, desk)).not.toBeNull();
    expect(blockedPhrase(text, desk)).not.toBeNull();
  });

  test.each(["<@U0ANA>", "<#C0ACME|acme>", "<@123456789012345678>", "<@!5>", "<@&5>", "<#5>", "<!here>", "＜@U0ANA＞"])(
    "by a mention in a platform's own format: %s",
    (mention) => {
      expect(blockedPhrase(`Hello ${mention}!`, desk)).not.toBeNull();
    },
  );
});

test.each([
  "Ana Ruiz and Luis Gil look after you: @ana",
  "Tomorrow at noon; tom-tom is a drum, Bergamo a town",
  "Our engine starts, the triage is done and the tech is fine",
  "Max value: 5 <b> & x < y > z, 1 <2> 3",
  "Write to maximum@example.com or see https://docs.example.com/triage-howto",
])("a public text is not refused: %s", (text) => {
  expect(blockedPhrase(text, desk)).toBeNull();
});

test("a name is found wherever in a text it stands", () => {
  const around = fc.stringMatching(/^[ .,;:!?()\n"]{0,8}$/);
  const names = fc.constantFrom("Tom Berg", "José Peña", "@tom", "U0JOSE77", "C0TRIAGE", "#triage");
  fc.assert(
    fc.property(around, names, around, fc.boolean(), (before, name, after, upper) => {
      const text = `see${before === "" ? " " : before}${upper ? name.toUpperCase() : name}${after}`;
      expect(internalMention(text, desk)).not.toBeNull();
    }),
  );
});

const open = given(desk).when(cast.carla, opening());
const reply = (text: string, alreadyPosted: boolean) => ({ type: "reply", text, alreadyPosted }) as const;

test("a reply with an internal name is refused, whoever sends it, and the refusal quotes it", () => {
  const refused = open.when(cast.luis, reply("Tom Berg will fix it", false), 1);
  expect(refusalOf(refused)).toEqual({ reason: "internalMention", found: "Tom Berg" });
  expect(ticketOf(refused).replies).toBe(0);
});

test("a message in the customer's thread is a reply anyway, and triage is told", () => {
  const posted = open.when(cast.luis, reply("Tom Berg will fix it", true), 1);
  const [event] = posted.last?.ok ? posted.last.events : [];
  expect(ticketOf(posted).replies).toBe(1);
  if (event === undefined) throw new Error("no fact");
  expect(effects(event, ticketOf(posted))).toContainEqual({
    type: "send",
    to: { kind: "internal" },
    message: { type: "internalPosted", found: "Tom Berg", by: "Luis Gil" },
  });
  const harmless = open.when(cast.luis, reply("Hello <@U0CARLA>", true), 1);
  expect(harmless.last?.ok === true && harmless.last.events[0]).toMatchObject({ type: "replied", revealed: null });
});
