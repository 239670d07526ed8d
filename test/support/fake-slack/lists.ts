import { textOf, type Json } from "./json.ts";
import { fail, type MethodAnswer } from "./method-answer.ts";
import type { FakeConversation, FakePerson, Workspace } from "./workspace.ts";

/** Slack may return fewer entries than a request allows, although more follow. It returns as many own channels as allowed. */
const mostAtOnce = 50;
const mostOwn = 999;

const kinds = { channel: "public_channel", group: "private_channel", im: "im" } as const;

/** A page of a list that is read with a cursor. */
const pageOf = <Item>(
  all: readonly Item[],
  args: Json,
  fields: (items: readonly Item[]) => Json,
  most = mostAtOnce,
): MethodAnswer => {
  const limit = Number(args["limit"] ?? 100);
  if (!(limit >= 1 && limit < 1_000)) return fail("invalid_limit");
  const start = Number(textOf(args["cursor"]) || 0);
  if (Number.isNaN(start)) return fail("invalid_cursor");
  const end = start + Math.min(limit, most);
  return {
    ...fields(all.slice(start, end)),
    response_metadata: { next_cursor: end < all.length ? String(end) : "" },
  };
};

/** The lists of people and channels, https://docs.slack.dev/reference/methods. */
export const createLists = (workspace: Workspace): Readonly<Record<string, (args: Json) => MethodAnswer>> => {
  const hasBot = ({ members }: FakeConversation): boolean => members.has(workspace.botUser);

  /** Private channels are listed for their members only. */
  const conversations = (
    args: Json,
    isListed: (each: FakeConversation) => boolean,
    most = mostAtOnce,
  ): MethodAnswer => {
    const types = (textOf(args["types"]) || "public_channel").split(",");
    const all = [...workspace.conversations.values()].filter(
      (each) =>
        isListed(each) &&
        types.includes(kinds[each.kind]) &&
        !(each.archived && String(args["exclude_archived"]) === "true"),
    );
    const fields = (found: readonly FakeConversation[]): Json => ({
      channels: found.map((each) => ({
        id: each.id,
        name: each.name,
        is_archived: each.archived,
        is_member: hasBot(each),
      })),
    });
    return pageOf(all, args, fields, most);
  };

  return {
    "users.conversations": (args) => conversations(args, hasBot, mostOwn),
    "conversations.list": (args) => conversations(args, (each) => each.kind === "channel" || hasBot(each)),
    "users.list": (args) =>
      pageOf([...workspace.people.values()], args, (people: readonly FakePerson[]) => ({
        members: people.map(({ id, name, bot, team, refuses }) => ({
          id,
          team_id: team ?? workspace.team,
          name: name.toLowerCase().replaceAll(/\W+/g, "."),
          real_name: name,
          deleted: refuses === "user_disabled",
          is_bot: bot,
          profile: { display_name: "", real_name: name },
        })),
      })),
  };
};
