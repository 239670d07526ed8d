import type { FakeChannel, ShownMessage } from "../fake-slack/interface.ts";
import type { FakeUser } from "../fake-slack/fake-user.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import type { Mode } from "../../adapters/slack/stage.ts";
import { startWorld } from "../world.ts";
import { groups, people } from "../test-platform/open.ts";
import type { Name, StoryMessage, StoryPerson, StoryWorld, Where } from "./story-world.ts";

const userId = (name: Name): string => `U0${name.toUpperCase()}`;
const channelId = (where: Where): string => `C0${where.toUpperCase()}`;
const names = Object.keys(people) as readonly Name[];
const places = Object.keys(groups) as readonly Where[];

const seen = ({ channel, ts, text, actions, edits }: ShownMessage): StoryMessage => ({
  channel,
  id: ts,
  text,
  actions,
  edits,
});
const allIn = ({ messages }: FakeChannel): readonly StoryMessage[] => messages.map(seen);
const keyOf = ({ channel, id }: StoryMessage) => ({ channel, ts: id });

const personFor = (user: FakeUser): StoryPerson => ({
  types: (where, line) => user.types(channelId(where), line),
  writes: async (where, text, below) => void (await user.writes(channelId(where), text, { thread: below?.id })),
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

/** A story's world on the fake Slack, with the real adapter and the real Bolt. */
export const onSlack = async (desk: Desk, mode: Mode): Promise<StoryWorld> => {
  const world = await startWorld(mode, desk);
  const { slack } = world;
  const post = "chat.postMessage";
  const directWith = (name: Name) => ({ channel: slack.dm(userId(name)).id });
  return {
    ...world,
    idOf: userId,
    user: (name) => personFor(slack.user(userId(name))),
    direct: (name) => allIn(slack.dm(userId(name))),
    channel: (where) => allIn(slack.channel(channelId(where))),
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
    applies: async (next) => void (await world.applies(next)),
    leaves: (name) => slack.closeDm(userId(name), "user_disabled"),
    shutsOut: (name) => slack.closeDm(userId(name), "cannot_dm_bot"),
    loses: (where) => slack.channel(channelId(where)).archive(),
    limits: (name, seconds) => slack.fail(post, { rateLimit: seconds }, directWith(name)),
    losesAnswer: (name) => slack.fail(post, { drop: "after" }, directWith(name)),
    violations: () => slack.violations.length,
  };
};
