import type { Event } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { AssignmentEvent } from "../assignment/messages.ts";
import type { CallbackEvent } from "../callback/messages.ts";
import type { ConsultingEvent } from "../consulting/messages.ts";
import type { RatingEvent } from "../rating/messages.ts";
import type { WaitingEvent } from "../waiting/messages.ts";
import type { EscalationEvent } from "./messages.ts";
import type { Rating } from "./escalation.ts";

type Changing = Exclude<
  EscalationEvent | CallbackEvent | ConsultingEvent | RatingEvent | WaitingEvent | AssignmentEvent,
  { type: "waited" | "assigned" | "noAgentAvailable" }
>;

type Fact<T extends Changing["type"]> = Extract<Event, { type: T }>;

const nameOf = ({ by }: Event): string => (by.kind === "person" ? by.name : "");

const told = ({ escalation, callBack }: Ticket, { about, person, at }: Fact<"told">): Partial<Ticket> => {
  if (about === "escalation") return escalation === null ? {} : { escalation: { ...escalation, told: { person, at } } };
  if (about === "consulting") return {};
  return callBack === null ? {} : { callBack: { ...callBack, told: { person, at } } };
};

/** Whoever answered first stays who answered, and when. */
const rated = (rating: Rating | null, { at, by, score }: Fact<"rated">): Rating | null => {
  if (rating === null || by.kind !== "person") return rating;
  const { given } = rating;
  if (given === null) return { ...rating, given: { by: by.user, name: by.name, at, score } };
  return { ...rating, given: { ...given, score, changes: (given.changes ?? 0) + 1 } };
};

/** What a customer's way up changes of a ticket. */
export const escalationChanges = (ticket: Ticket, event: Fact<Changing["type"]>): Partial<Ticket> => {
  const { at } = event;
  switch (event.type) {
    case "escalated":
      return { escalation: { at, by: nameOf(event), why: event.why, broken: event.broken, told: null } };
    case "callRequested":
      return { callBack: { at, by: nameOf(event), number: event.number, time: event.time, told: null } };
    case "called":
      return { callBack: null };
    case "rated":
      return { rating: rated(ticket.rating, event) };
    case "told":
      return told(ticket, event);
    case "nudged":
    case "inactivityRestarted":
      return { inactivity: event.inactivity };
    case "consultingRouted":
    case "pageFailed":
    case "assigneeLeft":
      return {};
  }
};
