import type { NoticeAbout } from "./notification-route.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import { unavailableReason } from "./round-robin.ts";
import type { Event } from "../messages.ts";
import { managerOf, personOf } from "../people.ts";
import type { Ticket } from "../ticket.ts";

/** The person to notify, and the absent assignee for whom they stand in. */
export interface AssigneeNotification {
  readonly about: NoticeAbout;
  readonly person: Person;
  /** A key of the desk's people; null if the person is the assignee. */
  readonly instead: string | null;
}

const aboutOf = (event: Event): NoticeAbout | null => {
  switch (event.type) {
    case "customerWrote":
      return event.thanks ? null : "customer";
    case "messageEdited":
      return event.needsReply === undefined ? null : "customer";
    case "techCommented":
    case "techReturned":
      return "tech";
    case "reopened":
      return event.needsReply ? "reopened" : null;
    default:
      return null;
  }
};

/** Whether a person is notified of messages on their tickets: by their own choice, else by the desk file. */
export const wantsNotifications = (person: Person, desk: Desk): boolean =>
  person.notifyChoice ?? person.notify ?? desk.notifyAssignee;

/**
 * Who may stand in for an assignee who is out: the deputy. For a reopened ticket also the account manager and the
 * heads.
 */
const standIns = (assignee: Person, about: NoticeAbout, ticket: Ticket, desk: Desk): readonly (Person | null)[] => {
  const deputy = personOf(desk, assignee.deputy);
  if (about !== "reopened") return [deputy !== null && wantsNotifications(deputy, desk) ? deputy : null];
  return [deputy, managerOf(desk, ticket), ...Object.values(desk.people).filter(({ roles }) => roles.includes("head"))];
};

/**
 * Who is notified of an event: the assignee, except of their own messages, in quiet hours, or if switched off. If the
 * assignee is out, their deputy is notified. A reopened ticket must not wait for an absent person. So there the
 * switches do not count, and after the deputy come the account manager and the heads.
 */
export const assigneeNotification = (
  event: Event,
  ticket: Ticket,
  desk: Desk,
  at: Instant,
): AssigneeNotification | null => {
  const about = aboutOf(event);
  const assignee = personOf(desk, ticket.assignee);
  if (about === null || assignee === null || event.by.kind !== "person") return null;
  const author = event.by.user;
  if (assignee.identities.includes(author)) return null;
  const why = unavailableReason(assignee, ticket, desk, at);
  if (why === null) return wantsNotifications(assignee, desk) ? { about, person: assignee, instead: null } : null;
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
