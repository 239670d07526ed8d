import { rich } from "../i18n/rich.ts";
import type { NotifyTarget } from "../tickets/routes/notification-route.ts";
import type { TicketPlaces, Viewer } from "../i18n/viewer.ts";
import { identityOn, isStaff } from "../tickets/principal.ts";
import { platformOf } from "../tickets/refs.ts";
import { nameOf } from "../i18n/directory.ts";
import { dotted, faint, moment, plain, ringing, strong } from "../i18n/spans.ts";
import type { Card, Line, Span } from "../chat/card.ts";
import { personOf, isAssigneeGone } from "../tickets/people.ts";
import { readsLikeStaff } from "../desk/look-alike.ts";
import type { Desk } from "../desk/desk.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { sayIn, type Say } from "../i18n/say.ts";

/** A customer's name for the team. One that reads like the name of a person on the staff is marked: people choose their names. */
export const customerName = (name: string, desk: Desk, say: Say): string =>
  readsLikeStaff(name, desk) ? say("name.notStaff", { name }) : name;

/** The same for who asked, which may be a person on the staff. */
export const requesterName = ({ requester }: Pick<Ticket, "requester">, desk: Desk, say: Say): string =>
  isStaff(requester.user, desk) ? requester.name : customerName(requester.name, desk, say);

/**
 * Whom to turn to, and how: the account manager, where the account has one, on their number, the desk's or by mail; where there is
 * none of these, the ticket's thread. Never only a name.
 */
export const contactWords = (manager: string | null, desk: Desk, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const person = personOf(desk, manager);
  const way = person?.phone ?? desk.phone ?? person?.email ?? null;
  if (person === null) return way ?? say("contact.ticketThread");
  return way === null ? say("contact.personInThread", { name: person.name }) : `${person.name}, ${way}`;
};

/** Who has it: flagged where they left the desk, since no reminder reaches them, and where they are out, until when. */
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

/** A card whose first line of text begins with the mention of a person. */
export const mentioning = (card: Card, mention: Line): Card => {
  const index = card.parts.findIndex(({ part }) => part === "text");
  const first = card.parts[index];
  if (first?.part !== "text") return { ...card, parts: [{ part: "text", lines: [mention] }, ...card.parts] };
  const [line = [], ...lines] = first.lines;
  return { ...card, parts: card.parts.with(index, { ...first, lines: [dotted(mention, line), ...lines] }) };
};

type TriageMention = Extract<NotifyTarget, { how: "mention" }>;

/**
 * Who is mentioned in triage: the chosen person, else the heads of support. A person who is away, or not on that platform,
 * is only named.
 */
export const called = (
  { person, rings }: Pick<TriageMention, "person" | "rings">,
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
    const identity = channel === undefined || rings === false ? null : identityOn(each, platformOf(channel));
    return [
      ...(index === 0 ? [] : [plain(", ")]),
      identity === null ? strong(each.name) : ringing(identity, each.name),
    ];
  });
};
