import { describe, expect, test } from "vitest";
import { desk, sentences } from "./desk-file-text.ts";

describe("each fault of channels, people and accounts is reported in one sentence", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
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
      "a limit for a person who is no contact of the account",
      { accounts: '{ a: { name: A, plan: basic, contacts: ["slack:U7"], ownTicketsOnly: ["slack:U7", "slack:U8"] } }' },
      'line 5: accounts.a.ownTicketsOnly.1 is "slack:U8": expected one of accounts.a.contacts.',
    ],
  ])("%s", (_, replaced, sentence) => {
    expect(sentences(desk(replaced))).toEqual([sentence]);
  });
});
