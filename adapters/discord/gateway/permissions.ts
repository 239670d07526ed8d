import { PermissionFlagsBits } from "discord.js";
import { z } from "zod";

/**
 * The permissions that the bot needs in every channel of the desk, by their names in Discord's settings. The invitation
 * asks for no more.
 */
export const needed = [
  ["View Channels", PermissionFlagsBits.ViewChannel],
  ["Send Messages", PermissionFlagsBits.SendMessages],
  ["Send Messages in Threads", PermissionFlagsBits.SendMessagesInThreads],
  ["Create Public Threads", PermissionFlagsBits.CreatePublicThreads],
  ["Read Message History", PermissionFlagsBits.ReadMessageHistory],
  // For the 🎫 reaction on a message that became a ticket.
  ["Add Reactions", PermissionFlagsBits.AddReactions],
] as const;

const bits = z.string().regex(/^\d+$/).transform(BigInt);
export const roleSchema = z.object({ id: z.string(), permissions: bits });
export const overwriteSchema = z.object({ id: z.string(), allow: bits, deny: bits });
type Overwrite = z.infer<typeof overwriteSchema>;

/** A member of a server: their roles, and all roles of the server. The role of all members has the server's id. */
export interface BotMembership {
  readonly guild: string;
  readonly user: string;
  readonly roles: readonly string[];
  readonly known: readonly z.infer<typeof roleSchema>[];
}

const all = (1n << 60n) - 1n;
const anyOf = (each: readonly bigint[]): bigint => each.reduce((sum, one) => sum | one, 0n);

/**
 * What a member may do in a channel, in Discord's order: the role of all members, all their roles together, then the
 * member (https://docs.discord.com/developers/topics/permissions#permission-overwrites).
 */
export const permissionsIn = (
  { guild, user, roles, known }: BotMembership,
  overwrites: readonly Overwrite[],
): bigint => {
  const base = anyOf(
    known.filter(({ id }) => id === guild || roles.includes(id)).map(({ permissions }) => permissions),
  );
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return all;
  const layers = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id }) => roles.includes(id)),
    overwrites.filter(({ id }) => id === user),
  ];
  return layers.reduce(
    (may, layer) => (may & ~anyOf(layer.map(({ deny }) => deny))) | anyOf(layer.map(({ allow }) => allow)),
    base,
  );
};

/** Discord's settings name some permissions differently in a forum, and threads need none there. */
const namesInForum: Readonly<Record<string, string | null>> = {
  "Send Messages": "Create Posts",
  "Send Messages in Threads": "Send Messages in Posts",
  "Create Public Threads": null,
};

/** The names of the permissions that the bot lacks. */
export const missingIn = (may: bigint, kind: "text" | "forum" = "text"): readonly string[] =>
  needed
    .filter(([, bit]) => (may & bit) === 0n)
    .flatMap(([name]) => (kind === "text" || !(name in namesInForum) ? name : (namesInForum[name] ?? [])));
