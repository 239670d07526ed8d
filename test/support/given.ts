import type { Instant } from "../../src/sla/instant.ts";
import { decide } from "../../src/tickets/decide.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { asPlace, placeToWrite } from "../../src/tickets/conversation-place.ts";
import { evolve } from "../../src/tickets/evolve.ts";
import type { Actor, Command, Decision, Event } from "../../src/tickets/messages.ts";
import type { ChannelRef, Place, UserRef } from "../../src/tickets/refs.ts";
import type { Messages } from "../../src/tickets/thread/thread-message.ts";
import type { Ticket, TicketState } from "../../src/tickets/ticket.ts";
import { sampleDesk } from "./sample-desk.ts";

type Loose<T> = T extends unknown ? Omit<T, "by" | "at"> : never;
type OfReply<Posted extends boolean> = Extract<Loose<Command>, { type: "reply"; alreadyPosted: Posted }>;
/** A reply of which a test names only what matters to it. */
type GivenReply<Posted extends boolean> = Pick<OfReply<Posted>, "type" | "text" | "alreadyPosted"> &
  Partial<OfReply<Posted>>;

/** A command without author and time. */
export type GivenCommand = Exclude<Loose<Command>, { type: "reply" }> | GivenReply<true> | GivenReply<false>;

/** The whole command. As a form would, a reply names the ticket's audience; without a ticket Acme's channel. */
export const wholeCommand = (
  command: GivenCommand,
  ticket: Ticket | null = null,
  desk: Desk = sampleDesk,
): Loose<Command> => {
  if (command.type !== "reply") return command;
  if (command.alreadyPosted) return { message: null, files: [], ...command };
  const audience: Place =
    ticket === null ? { kind: "channel", channel: "slack:C0ACME" } : asPlace(placeToWrite(ticket, desk));
  return { audience, dueNamed: null, update: null, setsWaiting: false, filled: false, ...command };
};

/** Monday 2026-01-12, ten in the morning in Madrid. */
export const monday = Date.parse("2026-01-12T09:00:00Z");
export const minutes = 60_000;

/** The people of the sample desk, each in the channel where they would act. */
export const cast = {
  carla: person("slack:U0CARLA", "Carla", "slack:C0ACME"),
  oliver: person("slack:U0OLIVER", "Oliver", "slack:C0NORTH"),
  sam: person("slack:U0SAM", "Sam", "slack:C0RANDOM"),
  luis: person("slack:U0LUIS", "Luis Gil", "slack:C0TRIAGE"),
  marta: person("slack:U0MARTA", "Marta Solé", "slack:C0TRIAGE"),
  ana: person("slack:U0ANA", "Ana Ruiz", "slack:D0ANA"),
  tom: person("slack:U0TOM", "Tom Berg", "slack:C0TRIAGE"),
  clock: { kind: "clock" } as Actor,
};

function person(user: UserRef, name: string, channel: ChannelRef): Extract<Actor, { kind: "person" }> {
  return { kind: "person", user, name, channel };
}

/** A ticket in progress: each command is decided and, if granted, changes it. */
export interface Story {
  readonly ticket: Ticket | null;
  /** All messages of its threads. */
  readonly messages: Messages;
  /** The times of all unanswered messages. */
  readonly unanswered: readonly Instant[];
  /** All ended pauses. */
  readonly pauses: TicketState["pauses"];
  readonly events: readonly Event[];
  readonly last: Decision | null;
  /** `after` is in minutes since Monday ten o'clock. */
  when(by: Actor, command: GivenCommand, after?: number): Story;
}

/** Begins with earlier events: none, or those of another story. */
export const given = (desk: Desk = sampleDesk, events: readonly Event[] = []): Story =>
  story(desk, events.reduce<TicketState | null>(evolve, null), events, null);

const story = (desk: Desk, state: TicketState | null, events: readonly Event[], last: Decision | null): Story => ({
  ticket: state?.ticket ?? null,
  messages: state?.messages ?? [],
  unanswered: state?.unanswered ?? [],
  pauses: state?.pauses ?? [],
  events,
  last,
  when: (by, command, after = 0) => {
    const at: Instant = monday + after * minutes;
    const decision = decide(state, { ...wholeCommand(command, state?.ticket ?? null, desk), by, at }, desk);
    if (!decision.ok) return story(desk, state, events, decision);
    return story(
      desk,
      decision.events.reduce<TicketState | null>(evolve, state),
      [...events, ...decision.events],
      decision,
    );
  },
});

/** The command that opens a ticket. */
export const opening = (
  severity: "critical" | "high" | "medium" | "low" = "high",
  channel: ChannelRef = "slack:C0ACME",
  account: string | null = null,
): Extract<Loose<Command>, { type: "open" }> => ({
  type: "open",
  number: 1042,
  title: "Video is down",
  description: "Nothing plays since ten.",
  severity,
  ...(account === null ? {} : { account }),
  askedIn: channel,
});
