import { userPayload } from "./payloads.ts";
import type { Community, FakeFile } from "./community.ts";
import { isJson, listOf, type Json } from "./json.ts";
import type { Interactions } from "./interactions.ts";
import { judgeByDocument } from "./judge-openapi.ts";
import { judgeCommands } from "./judge-commands.ts";
import type { Messages } from "./messages.ts";
import { botRole, rolesOf } from "./permissions.ts";
import { refuse, type Answer } from "./refusal.ts";

/** A running call. */
export interface Request {
  readonly ids: readonly string[];
  readonly body: unknown;
  readonly query: URLSearchParams;
  /** The files beside the body. */
  readonly files: readonly FakeFile[];
}

/** One operation of the REST API, by its name in Discord's own document. */
export interface Route {
  readonly operation: string;
  readonly method: string;
  readonly path: RegExp;
  /** Interactions are answered with tokens of their own. */
  readonly open?: boolean;
  readonly answer: (request: Request) => Answer;
}

const object = (body: unknown): Json => (isJson(body) ? body : {});
const at = (ids: readonly string[], index: number): string => ids[index] ?? "";

/** Every operation that the fake knows. */
export const createRoutes = ({
  community,
  messages,
  interactions,
  gatewayUrl,
  refusals,
  content,
}: {
  readonly community: Community;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly gatewayUrl: () => string;
  readonly refusals: string[];
  /** Whether the Message Content Intent is on. */
  readonly content: boolean;
}): readonly Route[] => [
  {
    operation: "get_bot_gateway",
    method: "GET",
    path: /^\/gateway\/bot$/,
    answer: () => ({
      body: {
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      },
    }),
  },
  { operation: "get_my_user", method: "GET", path: /^\/users\/@me$/, answer: () => messages.self() },
  {
    operation: "get_user",
    method: "GET",
    path: /^\/users\/(\d+)$/,
    answer: ({ ids }) =>
      community.people.has(at(ids, 0)) ? { body: userPayload(community, at(ids, 0)) } : refuse(10013),
  },
  {
    operation: "get_my_application",
    method: "GET",
    path: /^\/applications\/@me$/,
    answer: () => ({ body: { id: community.application, name: "Plazo", flags: content ? 1 << 19 : 0 } }),
  },
  {
    operation: "get_guild",
    method: "GET",
    path: /^\/guilds\/(\d+)$/,
    answer: ({ ids }) =>
      at(ids, 0) === community.guild
        ? { body: { id: community.guild, name: "Fake", roles: rolesOf(community) } }
        : refuse(10004),
  },
  {
    operation: "list_guild_channels",
    method: "GET",
    path: /^\/guilds\/(\d+)\/channels$/,
    answer: ({ ids }) => (at(ids, 0) === community.guild ? messages.channels() : refuse(10004)),
  },
  {
    operation: "get_guild_member",
    method: "GET",
    path: /^\/guilds\/(\d+)\/members\/(\d+)$/,
    answer: ({ ids }) =>
      at(ids, 1) === community.botUser
        ? { body: { user: { id: community.botUser }, roles: [botRole] } }
        : refuse(10013),
  },
  {
    operation: "search_guild_members",
    method: "GET",
    path: /^\/guilds\/(\d+)\/members\/search$/,
    answer: ({ ids, query }) => {
      if (at(ids, 0) !== community.guild) return refuse(10004);
      const wanted = (query.get("query") ?? "").toLowerCase();
      const limit = Number(query.get("limit") ?? 1);
      if (wanted === "" || wanted.length > 100) return refuse(50035, "query: BASE_TYPE_BAD_LENGTH");
      if (!(limit >= 1 && limit <= 1_000)) return refuse(50035, "limit: NUMBER_TYPE_MAX");
      const found = [...community.people.values()].filter(({ name }) => name.toLowerCase().startsWith(wanted));
      return {
        body: found.slice(0, limit).map(({ id }) => ({ user: userPayload(community, id), nick: null, roles: [] })),
      };
    },
  },
  {
    operation: "create_dm",
    method: "POST",
    path: /^\/users\/@me\/channels$/,
    answer: ({ body }) => messages.openDirect(object(body)),
  },
  {
    operation: "get_channel",
    method: "GET",
    path: /^\/channels\/(\d+)$/,
    answer: ({ ids }) => messages.channel(at(ids, 0)),
  },
  {
    operation: "update_channel",
    method: "PATCH",
    path: /^\/channels\/(\d+)$/,
    answer: ({ ids, body }) => messages.changeChannel(at(ids, 0), object(body)),
  },
  {
    operation: "list_messages",
    method: "GET",
    path: /^\/channels\/(\d+)\/messages$/,
    answer: ({ ids, query }) => messages.list(at(ids, 0), query),
  },
  {
    operation: "create_message",
    method: "POST",
    path: /^\/channels\/(\d+)\/messages$/,
    answer: ({ ids, body, files }) => messages.create(at(ids, 0), object(body), files),
  },
  {
    operation: "get_message",
    method: "GET",
    path: /^\/channels\/(\d+)\/messages\/(\d+)$/,
    answer: ({ ids }) => messages.get(at(ids, 0), at(ids, 1)),
  },
  {
    operation: "update_message",
    method: "PATCH",
    path: /^\/channels\/(\d+)\/messages\/(\d+)$/,
    answer: ({ ids, body }) => messages.edit(at(ids, 0), at(ids, 1), object(body)),
  },
  {
    operation: "create_thread_from_message",
    method: "POST",
    path: /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
    answer: ({ ids, body }) => messages.beginThread(at(ids, 0), at(ids, 1), object(body)),
  },
  {
    operation: "create_thread",
    method: "POST",
    path: /^\/channels\/(\d+)\/threads$/,
    answer: ({ ids, body }) => messages.createPost(at(ids, 0), object(body)),
  },
  {
    operation: "add_thread_member",
    method: "PUT",
    path: /^\/channels\/(\d+)\/thread-members\/(\d+)$/,
    answer: ({ ids }) => messages.addMember(at(ids, 0), at(ids, 1)),
  },
  {
    operation: "add_my_message_reaction",
    method: "PUT",
    path: /^\/channels\/(\d+)\/messages\/(\d+)\/reactions\/([^/]+)\/@me$/,
    answer: ({ ids }) => messages.react(at(ids, 0), at(ids, 1), at(ids, 2)),
  },
  {
    operation: "list_message_reactions_by_emoji",
    method: "GET",
    path: /^\/channels\/(\d+)\/messages\/(\d+)\/reactions\/([^/]+)$/,
    answer: ({ ids, query }) =>
      messages.reactions(at(ids, 0), at(ids, 1), at(ids, 2), Number(query.get("limit") ?? 25)),
  },
  {
    operation: "get_active_guild_threads",
    method: "GET",
    path: /^\/guilds\/(\d+)\/threads\/active$/,
    answer: ({ ids }) => messages.activeThreads(at(ids, 0)),
  },
  {
    operation: "list_application_commands",
    method: "GET",
    path: /^\/applications\/(\d+)\/commands$/,
    answer: () => ({ body: community.commands }),
  },
  {
    operation: "bulk_set_application_commands",
    method: "PUT",
    path: /^\/applications\/(\d+)\/commands$/,
    answer: ({ ids, body }) => {
      const wanted = listOf(body);
      // Permissions are sent as text, because they exceed a number.
      const judged = wanted.map((command) => ({ ...command, default_member_permissions: null }));
      const faults = [...judgeCommands(wanted), ...judgeByDocument("bulk_set_application_commands", judged)];
      refusals.push(...faults);
      if (faults.length > 0) return refuse(50035, faults.slice(0, 3).join("\n"));
      community.commands = wanted.map((command) => ({
        type: 1,
        ...command,
        id: community.nextId(),
        application_id: at(ids, 0),
        version: community.nextId(),
      }));
      return { body: community.commands };
    },
  },
  {
    operation: "create_interaction_response",
    method: "POST",
    path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
    open: true,
    answer: ({ ids, body }) => interactions.answer(at(ids, 0), at(ids, 1), object(body)),
  },
  {
    operation: "execute_webhook",
    method: "POST",
    path: /^\/webhooks\/(\d+)\/([^/]+)$/,
    open: true,
    answer: ({ ids, body, files }) => interactions.followUp(at(ids, 1), object(body), files),
  },
  {
    operation: "update_original_webhook_message",
    method: "PATCH",
    path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
    open: true,
    answer: ({ ids, body, files }) => interactions.editOriginal(at(ids, 1), object(body), files),
  },
  {
    operation: "update_webhook_message",
    method: "PATCH",
    path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/(\d+)$/,
    open: true,
    answer: ({ ids, body, files }) => interactions.editFollowUp(at(ids, 1), at(ids, 2), object(body), files),
  },
  {
    operation: "delete_original_webhook_message",
    method: "DELETE",
    path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
    open: true,
    answer: ({ ids }) => interactions.deleteOriginal(at(ids, 1)),
  },
];
