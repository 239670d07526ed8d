import { whenOpened } from "./clock-changes.ts";
import type { Account, Desk } from "./desk.ts";
import { accountOfChannel, accountOfUser, type Standing } from "./may.ts";
import type { Actor, Command, Decision } from "./messages.ts";
import { platformOf, type Place } from "./refs.ts";

type Open = Extract<Command, { type: "open" }>;
type By = Extract<Actor, { kind: "person" }>;

/** The account a new ticket belongs to: what staff chose, else the channel's, else the person's. */
const accountFor = (command: Open, by: By, standing: Standing, desk: Desk): Account | null => {
  if (standing.is === "staff" && command.account !== undefined) return desk.accounts[command.account] ?? null;
  return accountOfChannel(command.askedIn, desk) ?? accountOfUser(by.user, desk);
};

/**
 * Where the customer and the desk will talk: the channel they asked in where it is the account's own, else the account's
 * channel on their platform, else its first one where staff opened the ticket for it; otherwise a direct message, so that
 * nothing is shown to a room that is not the account's.
 */
const conversationFor = (command: Open, by: By, account: Account | null, standing: Standing): Place => {
  const channels = account?.channels ?? [];
  const samePlatform = channels.find((channel) => platformOf(channel) === platformOf(by.user));
  const channel =
    channels.find((each) => each === command.askedIn) ??
    samePlatform ??
    (standing.is === "staff" ? channels[0] : undefined);
  return channel === undefined ? { kind: "person", user: by.user } : { kind: "channel", channel };
};

/** A ticket is always taken, also from somebody nobody knows. */
export const openTicket = (command: Open, by: By, standing: Standing, desk: Desk): Decision => {
  if (command.title.trim() === "") return { ok: false, refusal: { reason: "emptyText" } };
  if (standing.is === "staff" && command.account !== undefined && desk.accounts[command.account] === undefined)
    return { ok: false, refusal: { reason: "noSuchAccount", name: command.account } };
  const account = accountFor(command, by, standing, desk);
  return {
    ok: true,
    events: [
      {
        type: "opened",
        at: command.at,
        by,
        number: command.number,
        title: command.title.trim(),
        description: command.description,
        severity: command.severity,
        account: account?.key ?? null,
        requester: { user: by.user, name: by.name },
        askedIn: command.askedIn,
        conversation: conversationFor(command, by, account, standing),
        clocks: whenOpened({ desk, account, severity: command.severity }, command.at),
      },
    ],
  };
};
