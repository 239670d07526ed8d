import type { Community, FakeConversation } from "./community.ts";
import { refuse, type Refusal } from "./refusal.ts";

/** Discord's bits for what a bot does with messages. */
export const bits = {
  react: 1n << 6n,
  view: 1n << 10n,
  send: 1n << 11n,
  history: 1n << 16n,
  manageThreads: 1n << 34n,
  thread: 1n << 35n,
  sendInThreads: 1n << 38n,
} as const;
export type Permission = keyof typeof bits;

/** The role that Discord creates for a bot, with the permissions of its invitation. */
export const botRole = "400000000000000004";

/** A role that people created. */
export const likeBotRole = "400000000000000005";

/** The role of all people allows nothing here, so the bot may do what its invitation says. */
export const rolesOf = ({ guild, granted, botUser }: Community) =>
  [
    { id: guild, name: "@everyone", permissions: "0" },
    { id: botRole, name: "plazo", permissions: String(granted), tags: { bot_id: botUser } },
    // A role of people with the same name; no one has it.
    { id: likeBotRole, name: "Plazo", permissions: "0" },
  ].map((role, position) => ({
    ...role,
    position,
    color: 0,
    colors: {},
    hoist: false,
    managed: "tags" in role,
    mentionable: false,
    flags: 0,
  }));

const channelOf = (community: Community, place: FakeConversation): FakeConversation =>
  place.parent === null ? place : (community.conversations.get(place.parent) ?? place);

/** What the bot may do in a place. A thread has its channel's permissions; without viewing, nothing is allowed. */
export const botMay = (community: Community, place: FakeConversation): bigint => {
  if (place.kind === "dm") return anything;
  const may = community.granted & ~channelOf(community, place).denied;
  return (may & bits.view) === 0n ? 0n : may;
};

const anything = (1n << 51n) - 1n;

/** Discord's refusal if the bot may not do this; null if it may. */
export const forbidden = (
  community: Community,
  place: FakeConversation,
  what: Permission,
): { readonly refused: Refusal } | null => {
  const may = botMay(community, place);
  if (may === 0n) return refuse(50001);
  return (may & bits[what]) === 0n ? refuse(50013) : null;
};

/** A channel's own exceptions, as Discord sends them. */
export const overwritesOf = (community: Community, { denied }: FakeConversation) =>
  denied === 0n ? [] : [{ id: community.botUser, type: 1, allow: "0", deny: String(denied) }];
