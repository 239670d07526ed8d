import { platformName } from "../../i18n/directory.ts";
import { severityLabel, severityMarkOf, progressOf } from "../../cards/ticket-heading.ts";
import { isCustomersThread } from "../../tickets/conversation-place.ts";
import { accountOf } from "../../tickets/people.ts";
import type { Instant } from "../../sla/instant.ts";
import { customerName, requesterName } from "../../cards/people.ts";
import type { Desk } from "../../desk/desk.ts";
import { isStaff as isOneOfStaff, type Principal } from "../../tickets/principal.ts";
import type { Actor, Event, EventType, StoredEvent, UnreadableEvent } from "../../tickets/messages.ts";
import { fileKey, type FileRef, type MessageKey } from "../../tickets/refs.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { factTexts } from "../ticket-facts.ts";
import { internalText, withoutTechText } from "./internal-text.ts";
import { historyLine, retelling, ticketChanges, atOnce, type ToldChange, type Stepwise } from "../history/index.ts";
import { momentText } from "../../i18n/moment-text.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** A file with name and size (bytes). `key` is unique among all files. */
export interface TranscriptFile {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** One message or act. `text` is all that a person wrote. */
export interface TranscriptEntry {
  readonly at: Instant;
  readonly kind: StoredEvent["type"];
  readonly side: "public" | "internal";
  readonly who: string;
  readonly is: "customer" | "support";
  readonly says: string | null;
  readonly text: string | null;
  /** The number of characters left out of the text; missing if none. */
  readonly cut?: number;
  /** The files of the message. */
  readonly files: readonly TranscriptFile[];
  /** The changes on the ticket; for staff only. */
  readonly changes: readonly string[];
}

/** A ticket from beginning to end, for one viewer. */
export interface Transcript {
  readonly number: number;
  readonly title: string;
  readonly heading: string;
  readonly viewer: Viewer;
  readonly for: Principal["is"];
  readonly madeAt: Instant;
  readonly facts: readonly (readonly [what: string, value: string])[];
  readonly entries: readonly TranscriptEntry[];
  /** The number of earlier entries that are left out. */
  readonly leftOut: number;
}

type Public = Pick<TranscriptEntry, "says" | "text"> & { readonly files?: readonly TranscriptFile[] };

/** A deleted message has no text. */
const textOrDeleted = (text: string, files: readonly TranscriptFile[], says: string | null, say: Say): Public =>
  text === "" && files.length === 0
    ? { says: say("transcript.textDeleted"), text: null }
    : { says, text: text === "" ? null : text, files };

const keyed = (files: readonly FileRef[], message: MessageKey | null): readonly TranscriptFile[] =>
  files.map(({ id, name, size, type }) => ({
    key: message === null ? "" : fileKey(message, id),
    name,
    size,
    type,
  }));

const filesOf = (event: Event): readonly TranscriptFile[] => {
  if (event.type === "opened") return keyed(event.openingMessage?.files ?? [], event.openingMessage?.message ?? null);
  return event.type === "customerWrote" || event.type === "replied" ? keyed(event.files, event.message) : [];
};

/**
 * What the customer's side could see of an event; null if nothing. An event type that is not named here stays internal.
 */
const seenByCustomer = (event: Event, say: Say, viewer: Viewer): Public | null => {
  switch (event.type) {
    case "opened":
      return {
        says: say("transcript.opened", { severity: say(`severity.${event.severity}`) }),
        text: event.description,
        files: filesOf(event),
      };
    case "replied":
    case "customerWrote":
      return textOrDeleted(event.text, filesOf(event), null, say);
    case "messageEdited":
      return event.kind === "noted" ? null : textOrDeleted(event.text, [], say("transcript.edited"), say);
    case "messageDeleted":
      if (event.kind === "noted") return null;
      return event.platform === null
        ? { says: say("transcript.deletedOwn"), text: null }
        : { says: say("transcript.deleted", { author: event.author ?? "" }), text: null };
    case "severitySet": {
      const [from, to] = [say(`severity.${event.from}`), say(`severity.${event.to}`)];
      return event.from === event.to ? null : { says: say("transcript.severity", { from, to }), text: null };
    }
    case "updatePromised":
      return {
        says: say("transcript.updatePromised", { due: momentText(event.target.due, viewer) }),
        text: null,
      };
    case "waitStarted":
    case "resolved":
    case "reopened":
      return { says: say(`transcript.${event.type}`), text: null };
    default:
      return null;
  }
};

const isStaff = (by: Actor, desk: Desk): boolean => by.kind === "clock" || isOneOfStaff(by.user, desk, by.membership);

/** Customers see the desk's name, and the names of the agents who answered them. */
const nameFor = (event: Event, is: Principal["is"], desk: Desk): string => {
  const { by } = event;
  if (event.type === "messageDeleted" && event.platform !== null) return platformName(event.platform);
  if (by.kind === "clock") return desk.name;
  return is === "staff" || event.type === "replied" || !isStaff(by, desk) ? by.name : desk.name;
};

const customersEntry = (event: Event, seen: Public, desk: Desk): TranscriptEntry => ({
  at: event.at,
  kind: event.type,
  side: "public",
  who: nameFor(event, "customer", desk),
  is: isStaff(event.by, desk) ? "support" : "customer",
  files: [],
  ...seen,
  changes: [],
});

/** Events whose text needs no introduction. */
const saysItself: readonly EventType[] = ["replied", "customerWrote", "noted"];

/** The messages of the thread before it became a ticket. */
const earlierEntries = ({ messages }: Extract<Event, { type: "threadImported" }>): readonly TranscriptEntry[] =>
  messages.map(({ text, by, at, staff, message, files }) => ({
    at,
    kind: "threadImported",
    side: "public",
    who: by,
    is: staff ? "support" : "customer",
    says: null,
    text,
    files: keyed(files, message),
    changes: [],
  }));

/** A customer whose name reads like an agent's is marked. */
const nameForStaff = (event: Event, desk: Desk, say: Say): string => {
  const name = nameFor(event, "staff", desk);
  return isStaff(event.by, desk) ? name : customerName(name, desk, say);
};

/** One line that tells staff that something is missing here. */
const unreadableEntry = ({ at, type }: UnreadableEvent, desk: Desk, viewer: Viewer): TranscriptEntry => ({
  at,
  kind: type,
  side: "internal",
  who: desk.name,
  is: "support",
  says: sayIn(viewer.locale)("history.unreadable"),
  text: null,
  files: [],
  changes: [],
});

const staffEntry = (change: ToldChange, desk: Desk, viewer: Viewer): TranscriptEntry => {
  const { event } = change;
  if (event.type === "unreadable") return unreadableEntry(event, desk, viewer);
  const seen = seenByCustomer(event, sayIn(viewer.locale), viewer);
  const text = seen?.text ?? internalText(event);
  const introduced = text === null ? event : withoutTechText(event);
  return {
    at: event.at,
    kind: event.type,
    side: seen === null ? "internal" : "public",
    who: nameForStaff(event, desk, sayIn(viewer.locale)),
    is: isStaff(event.by, desk) ? "support" : "customer",
    says:
      text === null || !saysItself.includes(event.type) ? historyLine(introduced, { desk, viewer }).trimEnd() : null,
    text,
    files: filesOf(event),
    changes: ticketChanges(change, desk, viewer),
  };
};

const factsOf = (ticket: Ticket, is: Principal["is"], desk: Desk, viewer: Viewer): Transcript["facts"] => {
  const say = sayIn(viewer.locale);
  const account = accountOf(desk, ticket)?.name;
  return [
    ...(account === undefined ? [] : [[say("fact.account"), account] as const]),
    [say("transcript.askedBy"), is === "staff" ? requesterName(ticket, desk, say) : ticket.requester.name],
    [severityLabel(ticket, say), severityMarkOf(ticket, say)],
    ...factTexts(ticket, { desk, viewer }).flatMap(([label, text]) => (text === null ? [] : [[label, text] as const])),
    [say("fact.status"), is === "staff" ? say(`status.${ticket.status}`) : say(`progress.${progressOf(ticket)}`)],
  ];
};

/** The input of a transcript. */
interface TranscriptInput {
  readonly ticket: Ticket;
  readonly events: readonly (StoredEvent & { readonly cut?: number })[];
  readonly desk: Desk;
  readonly is: Principal["is"];
  readonly viewer: Viewer;
  readonly madeAt: Instant;
}

/** Only staff see changes, so only for them each event is applied to the ticket. */
const changesFor = (is: Principal["is"], events: readonly StoredEvent[]): Iterable<ToldChange> =>
  is === "staff" ? retelling(events) : events.map((event) => ({ event, before: null, after: null }));

/** The entries of an event for this viewer. An event with several messages has several entries. */
const entriesFor = ({ events, desk, is, viewer }: Omit<TranscriptInput, "ticket" | "madeAt">) => {
  const say = sayIn(viewer.locale);
  const opened = events.find((event) => event.type === "opened");
  const isPublic = isCustomersThread(opened);
  return (change: ToldChange): readonly TranscriptEntry[] => {
    const { event } = change;
    if (event.type === "threadImported") return is === "staff" || isPublic ? earlierEntries(event) : [];
    if (is === "staff") return [staffEntry(change, desk, viewer)];
    const seen = event.type === "unreadable" ? null : seenByCustomer(event, say, viewer);
    return event.type === "unreadable" || seen === null ? [] : [customersEntry(event, seen, desk)];
  };
};

/** The events that contain messages; the description is not one of them. */
const messages: readonly StoredEvent["type"][] = [
  "threadImported",
  "replied",
  "customerWrote",
  "noted",
  "messageEdited",
  "techAsked",
  "techMessaged",
  "techCommented",
  "techReturned",
  "unreadable",
];

/** The messages of a ticket that this viewer may read, one step per event, without changes. */
export function* messageSteps(input: Omit<TranscriptInput, "ticket" | "madeAt">): Stepwise<readonly TranscriptEntry[]> {
  const entriesOf = entriesFor(input);
  const entries: TranscriptEntry[] = [];
  for (const event of input.events) {
    if (!messages.includes(event.type)) continue;
    const { cut } = event;
    const entriesOfEvent = entriesOf({ event, before: null, after: null }).filter(
      ({ kind, text, files }) => kind === "unreadable" || text !== null || files.length > 0,
    );
    entries.push(...(cut === undefined ? entriesOfEvent : entriesOfEvent.map((each) => ({ ...each, cut }))));
    yield;
  }
  return entries;
}

/**
 * A transcript from the events, one step per event. Staff get all of it. Customers get what their side could see, with
 * no names but those of the agents who wrote to them.
 */
export function* transcriptSteps({ ticket, events, desk, is, viewer, madeAt }: TranscriptInput): Stepwise<Transcript> {
  const say = sayIn(viewer.locale);
  const entriesOf = entriesFor({ events, desk, is, viewer });
  const entries: TranscriptEntry[] = [];
  for (const change of changesFor(is, events)) {
    entries.push(...entriesOf(change));
    yield;
  }
  return {
    number: ticket.number,
    title: ticket.title,
    heading: say("transcript.heading", { ticket: ticketName(ticket.number), title: ticket.title }),
    viewer,
    for: is,
    madeAt,
    facts: factsOf(ticket, is, desk, viewer),
    entries,
    leftOut: 0,
  };
}

/** The same in one go. */
export const transcriptOf = (
  ticket: Ticket,
  events: readonly StoredEvent[],
  {
    desk,
    is,
    viewer,
    madeAt,
  }: { readonly desk: Desk; readonly is: Principal["is"]; readonly viewer: Viewer; readonly madeAt: Instant },
): Transcript => atOnce(transcriptSteps({ ticket, events, desk, is, viewer, madeAt }));
