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

/** The role that Discord makes for a bot, with what its invitation asked for. */
export const botRole = "400000000000000004";

/** A role that people made. */
export const likeBotRole = "400000000000000005";

/** Everybody's role allows nothing here, so that what the bot may do is what it was invited with. */
export const rolesOf = ({ guild, granted, botUser }: Community) =>
  [
    { id: guild, name: "@everyone", permissions: "0" },
    { id: botRole, name: "plazo", permissions: String(granted), tags: { bot_id: botUser } },
    // A role that people made and named alike; it is nobody's.
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

/** What the bot may do in a place; a thread goes by its channel, and nothing can be done in what cannot be seen. */
export const botMay = (community: Community, place: FakeConversation): bigint => {
  if (place.kind === "dm") return anything;
  const may = community.granted & ~channelOf(community, place).denied;
  return (may & bits.view) === 0n ? 0n : may;
};

const anything = (1n << 51n) - 1n;

/** Discord's refusal where the bot may not do this; null where it may. */
export const forbidden = (
  community: Community,
  place: FakeConversation,
  what: Permission,
): { readonly refused: Refusal } | null => {
  const may = botMay(community, place);
  if (may === 0n) return refuse(50001);
  return (may & bits[what]) === 0n ? refuse(50013) : null;
};

/** A channel's own exceptions, as Discord tells them. */
export const overwritesOf = (community: Community, { denied }: FakeConversation) =>
  denied === 0n ? [] : [{ id: community.botUser, type: 1, allow: "0", deny: String(denied) }];
