import type { CopiedPerson } from "../../../src/tickets/contact.ts";
import { hostile } from "./sample.ts";

const follower = { user: "web:nuria", name: hostile } as const;
const name = "Carla Núñez";
const many = Array.from({ length: 20 }, (_, n): CopiedPerson => ({ address: `person${n}@acme.example`, name: "" }));
const people: readonly (readonly CopiedPerson[])[] = [
  [{ address: "pau@acme.example", name: "Pau" }],
  [
    { address: `${"1".repeat(64)}@${"2".repeat(60)}.example`, name: hostile },
    { address: "pau@acme.example", name: "" },
  ],
  many,
];

/** Messages about the followers of a ticket, and about how to ask. */
export const followerNotifications = {
  askingExplained: [{ type: "askingExplained" }],
  followerAdded: [{ type: "followerAdded", by: "Luis Gil", ...follower }],
  followerRemoved: [{ type: "followerRemoved", by: "Luis Gil", name: hostile }],
  youFollow: [{ type: "youFollow", by: "Luis Gil" }],
  peopleCopied: people.map((each) => ({ type: "peopleCopied", name, people: each }) as const),
} as const;

/** What happened to the followers of a ticket, without author and time. */
export const followerEvents = {
  followerAdded: [{ type: "followerAdded", ...follower }],
  followerRemoved: [{ type: "followerRemoved", ...follower }],
  peopleCopied: people.map((each) => ({ type: "peopleCopied", name, people: each }) as const),
} as const;

/** Why a person does not follow a ticket. */
export const followerRefusals = {
  followsAlready: [{ reason: "followsAlready", name: hostile }],
  isRequester: [{ reason: "isRequester", name: hostile }],
  doesNotFollow: [{ reason: "doesNotFollow" }],
  tooManyFollowers: [{ reason: "tooManyFollowers", most: 20 }],
  noAccount: [{ reason: "noAccount" }],
  accessWithdrawn: [{ reason: "accessWithdrawn", name: hostile }],
} as const;
