import { sentenceCard } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { storeArrivals } from "../db/inbox-store.ts";
import { readRequest } from "../db/request-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import {
  addUnticketedMessage,
  answerUnticketed,
  beginOpening,
  endUnticketed,
  isAskingExplained,
  markAskingExplained,
  readUnticketed,
  takeUnticketedMessage,
  unticketedMessagesOf,
  type UnticketedRow,
} from "../db/messages/unticketed-store.ts";
import type { Card } from "../chat/card.ts";
import type { ReadMessage } from "../chat/reading/thread-read.ts";
import { becameOfUnticketed } from "../features/unticketed/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import type { Intent } from "../requests/intent.ts";
import { isStaffAnswer } from "../requests/route-channel.ts";
import { requestContextOf, type RequestContext } from "../requests/request-context.ts";
import { execute } from "../tickets/execute/execute.ts";
import { accountOfChannel, isColleague, isStaff } from "../tickets/principal.ts";
import type { MessageKey, UserRef } from "../tickets/refs.ts";
import { deciderOf, openingKeyOf, watchTimes, type UnticketedMessage } from "../tickets/thread/unticketed.ts";
import { openFromMessage } from "./open-from-message.ts";
import type { PrivateAnswer } from "../chat/answer.ts";
import type { WorkOutcome } from "./process-inbox.ts";
import { readThread } from "./read-thread.ts";
import { sanitize } from "./receive.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "ports" | "log" | "onRefusal" | "threadReads">;
type About<Kind extends Intent["kind"]> = Extract<Intent, { readonly kind: Kind }>;

/** How often Plazo looks for messages that came while it added the others to the ticket. */
const looks = 5;

/** Lets a customer's message in a watched channel wait for an answer. */
export const keepWaiting = async (
  { database: { db } }: Deps,
  { by, at }: InboundEvent,
  { message: { channel, id } }: About<"channelMessage">,
  { desk }: RequestContext,
): Promise<null> => {
  const account = accountOfChannel(channel, desk);
  const times = account === null ? null : watchTimes(account, at, desk);
  if (account !== null && times !== null)
    await addUnticketedMessage(db, { channel, message: id, author: by.user, at }, { account: account.key, ...times });
  return null;
};

/** A member of the staff answered in a watched channel. */
export const takeStaffAnswer = async (
  { database: { db }, now }: Deps,
  { by, at }: InboundEvent,
  { channel, about }: About<"staffAnswer">,
): Promise<null> => {
  await answerUnticketed(db, { channel, about, by: by.user, at }, now());
  return null;
};

/** The same for an answer in the thread below a message. Null: nothing is said about it. */
export const takeAnswerInThread = async (
  deps: Deps,
  inboundEvent: InboundEvent,
  about: MessageKey,
  context: RequestContext,
): Promise<null> =>
  isStaffAnswer(about.channel, context)
    ? takeStaffAnswer(deps, inboundEvent, { kind: "staffAnswer", channel: about.channel, about })
    : null;

/** What became of a row, for an agent who presses its button. */
const overCard = (row: UnticketedRow | null, { desk, viewer }: RequestContext): Card => {
  const say = sayIn(viewer.locale);
  if (row === null || row.outcome === null) return sentenceCard(say("unticketed.unknown"));
  return sentenceCard(
    becameOfUnticketed({ outcome: row.outcome, by: deciderOf(row, desk), ticket: row.ticket }, viewer),
  );
};

/**
 * Carries out what an agent chose about messages that belong to no ticket; or opens a ticket from them, because they waited as long as
 * the plan allows. Only a person gets an answer. Throws `PlatformUnavailable` until the platform gives the messages.
 */
export const decideUnticketed = async (
  deps: Deps,
  inboundEvent: InboundEvent,
  { unticketed: id, choice }: About<"decideUnticketed">,
  context: RequestContext,
): Promise<WorkOutcome> => {
  const { db } = deps.database;
  const isPressed = inboundEvent.kind === "press";
  const toPerson = (card: Card | null): PrivateAnswer | null =>
    isPressed && card !== null ? { card, files: [] } : null;
  const over = async (): Promise<PrivateAnswer | null> =>
    isPressed ? toPerson(overCard(await readUnticketed(db, id), context)) : null;
  const row = await readUnticketed(db, id);
  if (row === null || row.endedAt !== null) return over();
  if (choice !== "ticket") {
    const now = deps.now();
    await endUnticketed(db, row, { outcome: choice, by: context.actor.user, ticket: null, now });
    return over();
  }
  if (!(await beginOpening(db, id, deps.now()))) return over();
  const opened = await openWaiting(deps, row, inboundEvent);
  if (opened.onlyForNow) return { refusedForNow: toPerson(opened.card) };
  if (opened.number === null) return over();
  const { number, rest } = opened;
  return {
    answer: toPerson(becameCard(number, context)),
    rest: async () => {
      await rest?.();
      await addOthers(deps, row, number);
      await explainOnce(deps, row, number);
    },
  };
};

const becameCard = (ticket: number, { viewer }: RequestContext): Card =>
  sentenceCard(becameOfUnticketed({ outcome: "ticket", by: null, ticket }, viewer));

interface OpenedWaiting {
  /** Null: no ticket was opened. */
  readonly number: number | null;
  /** A limit of the customer allows it later. The agent who pressed the button is told so. */
  readonly onlyForNow: boolean;
  readonly card: Card | null;
  readonly rest: (() => Promise<void>) | null;
}

const none: OpenedWaiting = { number: null, onlyForNow: false, card: null, rest: null };

/** Opens the ticket from the first message, by its author or the agent who pressed. It counts from when the message was written. */
const openWaiting = async (deps: Deps, row: UnticketedRow, inboundEvent: InboundEvent): Promise<OpenedWaiting> => {
  const { db } = deps.database;
  const key = openingKeyOf(row);
  const ended = async (
    outcome: "deleted" | "unreadable" | "answered",
    by: UserRef | null = null,
  ): Promise<OpenedWaiting> => {
    await endUnticketed(db, row, { outcome, by, ticket: null, now: deps.now() });
    return none;
  };
  const existing = await readRequest(db, key);
  if (existing !== null) return { ...none, number: existing };
  const [first] = await unticketedMessagesOf(db, row.id);
  if (first === undefined) return ended("deleted");
  const message = { channel: first.channel, id: first.message };
  const isPressed = inboundEvent.kind === "press";
  const by = isPressed ? inboundEvent.by : { user: first.author, name: first.author };
  const opening = { ...inboundEvent, key, by, channel: row.channel, at: row.firstAt };
  const context = requestContextOf(opening, await deps.desk.read(db));
  if (!isPressed) {
    const answeredBy = await answeredInThread(deps, first, context);
    if (answeredBy !== null) return ended("answered", answeredBy);
  }
  const opened = await openFromMessage(deps, opening, { message, how: "unanswered", taken: null, context });
  if (opened.number !== null) return { ...none, number: opened.number, rest: opened.rest };
  if (opened.refusal?.reason === "limited") return { ...none, onlyForNow: true, card: opened.card };
  return ended("unreadable");
};

/** Who on the staff answered in the thread of a message, as the platform has it. Events of that thread may have been missed. */
const answeredInThread = async (
  deps: Deps,
  { channel, message }: UnticketedMessage,
  { desk }: RequestContext,
): Promise<UserRef | null> => {
  const thread = await readThread(deps, { channel, id: message }, { needed: true });
  const answered = (thread?.messages ?? []).find(
    ({ id, bot, by }) =>
      !bot && id !== message && (isStaff(by.user, desk, by.membership) || isColleague(by.user, by.membership, desk)),
  );
  return answered?.by.user ?? null;
};

/** Adds the other messages to the ticket, with their texts as the platform has them now, and ends the wait. */
const addOthers = async (deps: Deps, row: UnticketedRow, number: number): Promise<void> => {
  const { db, inbound } = deps.database;
  const source = (await readTicket(db, number))?.source ?? null;
  const ending = { outcome: "ticket", by: null, ticket: number } as const;
  for (let look = 1; look <= looks; look += 1) {
    for (const each of await unticketedMessagesOf(db, row.id)) {
      const read = source === null || source.message === each.message ? null : await readOne(deps, each);
      if (read !== null && source !== null)
        await storeArrivals(inbound, [arrivalOf(deps, { row, root: source.root, read })]);
      await takeUnticketedMessage(db, each);
    }
    if (await endUnticketed(db, row, { ...ending, now: deps.now(), unlessNew: look < looks })) return;
  }
};

const readOne = async (deps: Deps, { channel, message }: UnticketedMessage): Promise<ReadMessage | null> => {
  const thread = await readThread(deps, { channel, id: message }, { needed: true });
  return thread?.messages.find(({ id }) => id === message) ?? null;
};

/** A message of the channel as if it had been written in the thread of the ticket. */
const arrivalOf = (
  { now }: Deps,
  { row, root, read }: { readonly row: UnticketedRow; readonly root: string; readonly read: ReadMessage },
) => {
  const { channel } = row;
  const { id, at, by, text, format = [], files = [] } = read;
  const message = { channel, id, thread: root };
  const key = `${openingKeyOf(row)} ${id}`;
  const written = { key, by, channel, message, text, format, files };
  return {
    inboundEvent: sanitize({ ...written, at: Math.min(at, now()), kind: "message" as const }),
    lane: `${channel} ${root}`,
    at: now(),
    lease: { token: key, until: now() },
    isRepeat: false,
  };
};

/** Shows the customer of a channel how to ask faster, once. */
const explainOnce = async (deps: Deps, row: UnticketedRow, number: number): Promise<void> => {
  const { db } = deps.database;
  if (await isAskingExplained(db, row.channel)) return;
  const now = deps.now();
  const command = { type: "explainAsking", by: { kind: "clock" }, at: now } as const;
  await execute(deps, { key: `${openingKeyOf(row)} explained`, number, command });
  await markAskingExplained(db, row.channel, now);
};
