import { refreshCards, toContact, toInternal, nameOf } from "../../tickets/effect.ts";
import { accept, refuse, type Decision } from "../../tickets/messages.ts";
import { accountOfUser } from "../../tickets/principal.ts";
import { clockOnly, support, type DecideContext, type FeatureRules, type Fields } from "../../tickets/rules.ts";
import type { FollowersCommand, FollowersEvent } from "./messages.ts";

/** A ticket has at most this many followers, and remembers this many people whom mails copied. */
export const mostFollowers = 20;

const add = ({ ticket, command, desk }: DecideContext<"addFollower">): Decision => {
  const { user, name } = command;
  if (ticket.account === null) return refuse({ reason: "noAccount" });
  if (accountOfUser(user, desk)?.key !== ticket.account) return refuse({ reason: "noContact", name });
  if (ticket.requester.user === user) return refuse({ reason: "isRequester", name });
  if (ticket.followers.some((each) => each.user === user)) return refuse({ reason: "followsAlready", name });
  if (ticket.followers.length >= mostFollowers) return refuse({ reason: "tooManyFollowers", most: mostFollowers });
  return accept(command, { type: "followerAdded", user, name });
};

const remove = ({ ticket, command }: DecideContext<"removeFollower">): Decision => {
  const follower = ticket.followers.find(({ user }) => user === command.user);
  return follower === undefined
    ? refuse({ reason: "doesNotFollow" })
    : accept(command, { type: "followerRemoved", ...follower });
};

/** Only people whom no earlier mail copied: each answer of a mail program copies them again. */
const report = ({ ticket, command }: DecideContext<"reportCopied">): Decision => {
  const { name } = command;
  const known = new Set(ticket.copied.map(({ address }) => address));
  const people = command.people.filter(({ address }) => !known.has(address)).slice(0, mostFollowers);
  return people.length === 0 ? { ok: true, events: [] } : accept(command, { type: "peopleCopied", name, people });
};

export const followers = {
  fields: { followers: [], copied: [] },
  commands: {
    addFollower: { permission: support, decide: add },
    removeFollower: { permission: support, decide: remove },
    reportCopied: { permission: clockOnly, decide: report },
  },
  events: {
    followerAdded: {
      evolve: (ticket, { user, name }) => ({ followers: [...ticket.followers, { user, name }] }),
      effects: (event) => [
        refreshCards,
        toInternal({ type: "followerAdded", user: event.user, name: event.name, by: nameOf(event) }),
        toContact(event.user, { type: "youFollow", by: nameOf(event) }),
      ],
    },
    followerRemoved: {
      evolve: (ticket, { user }) => ({ followers: ticket.followers.filter((each) => each.user !== user) }),
      effects: (event) => [refreshCards, toInternal({ type: "followerRemoved", name: event.name, by: nameOf(event) })],
    },
    peopleCopied: {
      evolve: (ticket, { people }) => ({ copied: [...ticket.copied, ...people].slice(-mostFollowers) }),
      effects: ({ name, people }) => [toInternal({ type: "peopleCopied", name, people })],
    },
  },
} satisfies Fields<"followers" | "copied"> & FeatureRules<FollowersCommand, FollowersEvent>;
