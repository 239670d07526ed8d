import type { Account, Desk, Person } from "../../src/desk/desk.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import { sampleDesk } from "./sample-desk.ts";

/** The people of the sample desk on Discord. */
export const onDiscord = {
  ana: "210000000000000001",
  luis: "210000000000000002",
  eva: "210000000000000003",
  carla: "210000000000000004",
  marta: "210000000000000005",
  tom: "210000000000000006",
  oliver: "210000000000000007",
  sam: "210000000000000008",
} as const;

/** The channels of the sample desk on Discord. */
export const discordChannels = {
  triage: "310000000000000001",
  acme: "310000000000000002",
  north: "310000000000000003",
  random: "310000000000000004",
  tech: "310000000000000005",
} as const;

const staff: ReadonlySet<string> = new Set(["ana", "luis", "eva", "marta", "tom"]);

/** What a fake Discord needs for these people. */
export const discordCast = {
  users: Object.entries(onDiscord).map(([name, id]) => ({ id, name, moderator: staff.has(name) })),
  channels: Object.entries(discordChannels).map(([name, id]) => ({ id, name })),
};

export type Platform = "slack" | "discord";

const userOn = (platform: Platform, name: keyof typeof onDiscord): UserRef =>
  platform === "slack" ? `slack:U0${name.toUpperCase()}` : `discord:${onDiscord[name]}`;
const channelOn = (platform: Platform, name: keyof typeof discordChannels): ChannelRef =>
  platform === "slack" ? `slack:C0${name.toUpperCase()}` : `discord:${discordChannels[name]}`;

/** The sample desk with its team and customers on the given platforms; a person's first one is preferred. */
export const deskAcross = (team: readonly Platform[], customers: Platform): Desk => ({
  ...sampleDesk,
  channels: {
    triage: team.map((each) => channelOn(each, "triage")),
    tech: team.map((each) => channelOn(each, "tech")),
  },
  people: Object.fromEntries(
    Object.entries(sampleDesk.people).map(([key, person]): [string, Person] => [
      key,
      { ...person, identities: team.map((each) => userOn(each, key as keyof typeof onDiscord)) },
    ]),
  ),
  accounts: Object.fromEntries(
    Object.entries(sampleDesk.accounts).map(([key, account]): [string, Account] => [
      key,
      {
        ...account,
        channels: [channelOn(customers, key === "acme" ? "acme" : "north")],
        contacts: [userOn(customers, key === "acme" ? "carla" : "oliver")],
      },
    ]),
  ),
});
