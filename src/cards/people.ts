import { rich } from "../i18n/rich.ts";
import type { NotifyTarget } from "../tickets/routes/notification-route.ts";
import type { TicketPlaces, Viewer } from "../i18n/viewer.ts";
import { identityOn, isStaff } from "../tickets/principal.ts";
import { platformOf } from "../tickets/refs.ts";
import { nameOf } from "../i18n/directory.ts";
import { dotted, faint, moment, plain, mentionOf, strong } from "../i18n/spans.ts";
import type { Card, Line, Span } from "../chat/card.ts";
import { personOf, isAssigneeGone } from "../tickets/people.ts";
import { readsLikeStaff } from "../desk/look-alike.ts";
import type { Desk } from "../desk/desk.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { sayIn, type Say } from "../i18n/say.ts";

/** Whether a customer's name reads like an agent's. */
export const isMarkedName = (name: string, desk: Desk): boolean => readsLikeStaff(name, desk);

/** A customer's name as others see it. People choose their names, so one that reads like an agent's name is marked. */
export const customerName = (name: string, desk: Desk, say: Say): string =>
  isMarkedName(name, desk) ? say("name.notStaff", { name }) : name;

/** The requester's name. The requester may also be an agent. */
export const requesterName = ({ requester }: Pick<Ticket, "requester">, desk: Desk, say: Say): string =>
  isStaff(requester.user, desk) ? requester.name : customerName(requester.name, desk, say);

/**
 * Whom the customer can contact and how: the account manager by their phone, the desk's phone or e-mail; else the
 * ticket's thread. It never gives only a name.
 */
export const contactText = (manager: string | null, desk: Desk, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const person = personOf(desk, manager);
  const reach = person?.phone ?? desk.phone ?? person?.email ?? null;
  if (person === null) return reach ?? say("contact.ticketThread");
  return reach === null ? say("contact.personInThread", { name: person.name }) : `${person.name}, ${reach}`;
};

/**
 * The assignee. A warning shows if they left the desk, because no reminder reaches them, or until when they are out.
 */
export const assigneeLine = (ticket: Pick<Ticket, "assignee">, desk: Desk, say: Say): Line => {
  const { assignee } = ticket;
  if (assignee === null) return [plain(say("triage.unassigned"))];
  const name = nameOf(desk, assignee);
  if (isAssigneeGone(ticket, desk)) return dotted([strong(`⚠ ${name}`)], [faint(say("assignee.gone"))]);
  const until = personOf(desk, assignee)?.outUntil ?? null;
  return until === null
    ? [plain(name)]
    : rich(say, "assignee.outUntil", { name: strong(`⚠ ${name}`), until: moment(until) });
};

/** The card with a mention of a person at the beginning of its first line of text. */
export const mentioning = (card: Card, mention: Line): Card => {
  const index = card.parts.findIndex(({ part }) => part === "text");
  const first = card.parts[index];
  if (first?.part !== "text") return { ...card, parts: [{ part: "text", lines: [mention] }, ...card.parts] };
  const [line = [], ...lines] = first.lines;
  return { ...card, parts: card.parts.with(index, { ...first, lines: [dotted(mention, line), ...lines] }) };
};

type TriageMention = Extract<NotifyTarget, { how: "mention" }>;

/**
 * The people mentioned in triage: the chosen person, else the heads of support. A person who is unavailable, or who is
 * not on that platform, is named without a mention.
 */
export const triageMentions = (
  { person, notifies }: Pick<TriageMention, "person" | "notifies">,
  desk: Desk,
  places: TicketPlaces,
): readonly Span[] => {
  const channel = places.triage?.channel ?? desk.channels.triage[0];
  const people =
    person === null
      ? Object.values(desk.people).filter(({ roles }) => roles.includes("head"))
      : [personOf(desk, person)];
  return people.flatMap((each, index) => {
    if (each === null) return [];
    const identity = channel === undefined || notifies === false ? null : identityOn(each, platformOf(channel));
    return [
      ...(index === 0 ? [] : [plain(", ")]),
      identity === null ? strong(each.name) : mentionOf(identity, each.name),
    ];
  });
};
