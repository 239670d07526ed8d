import type { FakeChannel, ShownMessage } from "../fake-slack/interface.ts";
import type { Fault } from "../fake-slack/faults.ts";
import type { FakeUser } from "../fake-slack/fake-user.ts";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import type { Mode } from "../../adapters/slack/stage.ts";
import { startWorld } from "../world.ts";
import { groups, people } from "../test-platform/open.ts";
import type { Failure, MessageKey, Name, StoryMessage, StoryPerson, StoryWorld, Where } from "./story-world.ts";

const userId = (name: Name): string => `U0${name.toUpperCase()}`;
const channelId = (where: Where): string => `C0${where.toUpperCase()}`;
const idOf = (name: Name | Where): string => (name in people ? userId(name as Name) : channelId(name as Where));
const names = Object.keys(people) as readonly Name[];
const places = Object.keys(groups) as readonly Where[];

const seenBy =
  (bot: string) =>
  ({ channel, ts, thread, user, text, actions, edits }: ShownMessage): StoryMessage => ({
    channel,
    id: ts,
    thread,
    isBots: user === bot,
    text,
    actions,
    edits,
  });
const keyOf = ({ channel, id }: MessageKey) => ({ channel, ts: id });

const personFor = (user: FakeUser, direct: () => string, bot: string): StoryPerson => ({
  types: (where, line) => user.types(where === "direct" ? direct() : channelId(where), line),
  writes: async (where, text, below, files = []) => {
    const how = { thread: below?.id, ...(files.length > 0 ? { files } : {}) };
    const { channel, ts } = await user.writes(where === "direct" ? direct() : channelId(where), text, how);
    return { channel, id: ts };
  },
  calls: async (where, text, below) => {
    const how = { raw: true, thread: below?.id };
    const { channel, ts } = await user.writes(channelId(where), `<@${bot}> ${text}`, how);
    return { channel, id: ts };
  },
  edits: (message, text) => user.edits(keyOf(message), text),
  deletes: (message) => user.deletes(keyOf(message)),
  picks: (message) => user.picks(keyOf(message)),
  presses: (message, label) => user.presses(message === "private" ? message : keyOf(message), label),
  forges: (where, action, values) => user.forges(channelId(where), action, values),
  seesForm: () => user.seesForm(),
  submits: (values) => user.submits(values),
  get privates() {
    return user.privates.map(({ channel, text, actions }) => ({
      text,
      actions,
      where: places.find((each) => channelId(each) === channel) ?? null,
    }));
  },
});

const faults: Readonly<Record<Failure, Fault>> = {
  "token revoked": { error: "token_revoked" },
  unavailable: { error: "service_unavailable" },
  gone: { error: "is_archived" },
  "breaks before": { drop: "before" },
  "breaks after": { drop: "after" },
};

/** A story's world on the fake Slack, with the real adapter and the real Bolt. */
export const onSlack = async (desk: Desk, mode: Mode, database?: DatabaseHandle): Promise<StoryWorld> => {
  const world = await startWorld(mode, desk, database);
  const { slack } = world;
  const seen = seenBy(slack.botUser);
  const allIn = ({ messages }: FakeChannel): readonly StoryMessage[] => messages.map(seen);
  const post = "chat.postMessage";
  const directWith = (name: Name) => ({ channel: slack.dm(userId(name)).id });
  const placeOf = (id: string | null): Name | Where | null =>
    places.find((each) => channelId(each) === id) ?? names.find((each) => directWith(each).channel === id) ?? null;
  return {
    ...world,
    get files() {
      return slack.files.map(({ name, content, sharedIn }) => ({
        name,
        content: content ?? "",
        sharedIn: placeOf(sharedIn),
      }));
    },
    idOf,
    refOf: (name) => `slack:${idOf(name)}`,
    user: (name) => personFor(slack.user(userId(name)), () => directWith(name).channel, slack.botUser),
    inDirect: (name) => allIn(slack.dm(userId(name))),
    direct: (name) => allIn(slack.dm(userId(name))),
    channel: (where) => allIn(slack.channel(channelId(where))),
    cards: (where) => allIn(slack.channel(channelId(where))).filter(({ thread, isBots }) => isBots && thread === null),
    card: () => seen(world.card()),
    techCard: () => seen(world.techCard()),
    conversation: () => seen(world.conversation()),
    thread: ({ channel, id }) =>
      slack
        .channel(channel)
        .messages.filter(({ thread }) => thread === id)
        .map(seen),
    mentioned: (where) =>
      slack.pings
        .filter(({ channel }) => channel === channelId(where))
        .map(({ user }) => names.find((name) => userId(name) === user) ?? user),
    deskHere: (each) => each,
    vanishes: ({ channel }) => slack.fail("chat.update", { error: "message_not_found" }, { channel }),
    leaves: (name) => slack.closeDm(userId(name), "user_disabled"),
    shutsOut: (name) => slack.closeDm(userId(name), "cannot_dm_bot"),
    loses: (where) => slack.channel(channelId(where)).archive(),
    limits: (name, seconds) => slack.fail(post, { rateLimit: seconds }, directWith(name)),
    fails: (to, how, times = 1) =>
      slack.fail(post, faults[how], {
        channel: to in people ? slack.dm(idOf(to)).id : idOf(to),
        times,
      }),
    violations: () => slack.violations.length,
  };
};
