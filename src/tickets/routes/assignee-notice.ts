import type { NoticeAbout } from "./notification-route.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import { unavailableReason } from "./round-robin.ts";
import type { Event } from "../messages.ts";
import { managerOf, personOf } from "../people.ts";
import type { Ticket } from "../ticket.ts";

/** Who is notified, and for which absent assignee they stand in. */
export interface Notified {
  readonly about: NoticeAbout;
  readonly person: Person;
  /** A key of the desk's people; null where it is the assignee. */
  readonly instead: string | null;
}

const aboutOf = (event: Event): NoticeAbout | null => {
  switch (event.type) {
    case "heard":
      return event.thanks === true ? null : "customer";
    case "messageEdited":
      return event.asks === undefined ? null : "customer";
    case "techCommented":
    case "techReturned":
      return "tech";
    case "reopened":
      return event.asksAgain ? "reopened" : null;
    default:
      return null;
  }
};

/** Whether a person is notified of what is written on their tickets: as they chose, else as the desk file says. */
export const isWilling = (person: Person, desk: Desk): boolean =>
  person.notifyChoice ?? person.notify ?? desk.notifyAssignee;

/** Who may stand in for an assignee who is out: the deputy; where a ticket reopens also the account manager and the heads. */
const standIns = (assignee: Person, about: NoticeAbout, ticket: Ticket, desk: Desk): readonly (Person | null)[] => {
  const deputy = personOf(desk, assignee.deputy);
  if (about !== "reopened") return [deputy !== null && isWilling(deputy, desk) ? deputy : null];
  return [deputy, managerOf(desk, ticket), ...Object.values(desk.people).filter(({ roles }) => roles.includes("head"))];
};

/**
 * Who is notified of a fact: the assignee, but not in quiet hours, nor of their own words, nor where they or the desk switched it
 * off. For an assignee who is out the deputy is. A ticket that reopens must not wait for a person who is out, so there the
 * switches do not count and the account manager or a head of support is notified where the deputy is not there either.
 */
export const whoIsNotified = (event: Event, ticket: Ticket, desk: Desk, at: Instant): Notified | null => {
  const about = aboutOf(event);
  const assignee = personOf(desk, ticket.assignee);
  if (about === null || assignee === null || event.by.kind !== "person") return null;
  const author = event.by.user;
  if (assignee.identities.includes(author)) return null;
  const why = unavailableReason(assignee, ticket, desk, at);
  if (why === null) return isWilling(assignee, desk) ? { about, person: assignee, instead: null } : null;
  if (why.is !== "out") return null;
  const person = standIns(assignee, about, ticket, desk).find(
    (each) =>
      each !== null &&
      each.key !== assignee.key &&
      !each.identities.includes(author) &&
      unavailableReason(each, ticket, desk, at) === null,
  );
  return person == null ? null : { about, person, instead: assignee.key };
};
