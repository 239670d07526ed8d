import { execute } from "../tickets/execute/execute.ts";
import { cleanText } from "../requests/clean-text.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import { requestContextOf } from "../requests/request-context.ts";
import { randomUUID } from "node:crypto";
import { leaseMs, mayCall, type Lease } from "../db/delivery/lease.ts";
import { extendPromptLease, promptMessagesAfter, type PromptRow, settlePrompt } from "../db/prompt-store.ts";
import type { Instant } from "../sla/instant.ts";
import type { Desk } from "../desk/desk.ts";
import { ticketName } from "../tickets/ticket.ts";
import { sentenceCard } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { receiveCustomerMessage } from "./customer-message.ts";
import type { ReceivedOutcome } from "./follow-up.ts";
import type { Card } from "../chat/card.ts";
import { openInsteadCard } from "../features/knowledge/index.ts";
import { openFromMessage, readingOn, withThread } from "./open-from-message.ts";
import { withFallbackPlace } from "../delivery/fallback-place.ts";
import type { Prompt } from "../db/schema/rows.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "ports" | "log" | "onRefusal" | "threadReads">;
type Articles = Extract<Prompt, { kind: "articles" }>;
type WhichTicket = Extract<Prompt, { kind: "whichTicket" }>;

/** Who chose: the person by a button, or the bot because the time ran out. */
type ChosenBy = "person" | "bot";

/** A claim on a prompt, for as long as acting on a message may take. */
export const promptLease = (now: Instant): Lease => ({ token: randomUUID(), until: now + leaseMs });

/** Extends the claim before the next message, if it ends soon. Throws if another process has the prompt. */
const keepClaim = (deps: Deps, row: PromptRow): (() => Promise<void>) => {
  let until = row.leasedUntil ?? 0;
  return async () => {
    if (mayCall({ token: "", until }, deps.now())) return;
    until = deps.now() + leaseMs;
    if (!(await extendPromptLease(deps.database.db, row, until))) throw new Error("another process acts on the prompt");
  };
};

/** How many messages of a prompt are in memory at once. */
const pageSize = 20;

/**
 * Opens the ticket for which no article helped. Its clocks run from the request. The bot promised that it opens by itself.
 * So if the source message belongs to a ticket by then, the form's text opens a ticket without that source.
 */
const openTicket = async (
  deps: Deps,
  row: PromptRow,
  { command, articles }: Articles,
  { desk, chosenBy }: { readonly desk: Desk; readonly chosenBy: ChosenBy },
): Promise<ReceivedOutcome> => {
  const { by } = command;
  if (by.kind !== "person") throw new Error("a prompt without a person");
  const context = requestContextOf({ by, channel: by.channel }, desk);
  const withItsThread = await withThread(deps, command, context);
  const whole = { ...withItsThread, offeredArticles: articles.map(({ title }) => title) };
  const open = (opening: typeof whole) =>
    execute(deps, { key: row.key, number: null, command: opening, isCounted: true });
  const first = await open(whole);
  const isTaken = !first.ok && first.refusal.reason === "alreadyTicket";
  const { source: _taken, openingMessage: _wrote, ...elsewhere } = whole;
  const outcome = isTaken && chosenBy === "bot" ? await open(elsewhere) : first;
  if (outcome.ok) await readingOn(deps, row.key, outcome.ticket)?.();
  const seen = await withFallbackPlace(deps, outcome, desk);
  const card = outcomeCard({ kind: "open", command: whole }, seen, desk, context.viewer);
  if (!outcome.ok && outcome.refusal.reason !== "alreadyTicket") return { card, refusal: outcome.refusal };
  const number = outcome.ok ? outcome.ticket.number : "number" in outcome.refusal ? outcome.refusal.number : null;
  await settlePrompt(deps.database.db, row, number, deps.now());
  return { card, refusal: null };
};

/** The messages of a prompt in their order, a page at a time. */
async function* messagesOf(deps: Deps, row: PromptRow) {
  const keep = keepClaim(deps, row);
  for (let after = 0; ;) {
    const page = await promptMessagesAfter(deps.database.db, row.id, after, pageSize);
    for (const { message } of page) {
      await keep();
      yield message;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}

/** Opens a ticket from the first message that says something. Without a number and a refusal, none does. */
const openFromFirst = async (
  deps: Deps,
  row: PromptRow,
  desk: Desk,
): Promise<ReceivedOutcome & { readonly number: number | null; readonly key: string | null }> => {
  for await (const message of messagesOf(deps, row)) {
    const context = requestContextOf(message, desk);
    const opened = await openFromMessage(deps, message, {
      message: message.message,
      how: "direct",
      taken: message,
      context,
    });
    if (opened.number !== null || opened.refusal !== null) return { ...opened, key: message.key };
  }
  return { card: null, refusal: null, number: null, key: null };
};

/** Whether the author may no longer see the ticket to which the messages were to be added. */
const offersNewTicket = (
  row: PromptRow,
  received: ReceivedOutcome,
): received is ReceivedOutcome & { readonly card: Card } =>
  row.choice === "add" && received.card !== null && received.refusal?.reason === "noSuchTicket";

/** Adds the messages to the ticket, each once, or opens a new ticket from them. */
const placeMessages = async (
  deps: Deps,
  row: PromptRow,
  { number }: WhichTicket,
  desk: Desk,
): Promise<ReceivedOutcome> => {
  const opened = row.choice === "open" ? await openFromFirst(deps, row, desk) : null;
  if (opened !== null && opened.number === null && opened.refusal !== null) return opened;
  const ticket = opened?.number ?? number;
  let card = opened?.card ?? null;
  for await (const message of messagesOf(deps, row)) {
    if (message.key === opened?.key) continue;
    const context = requestContextOf(message, desk);
    const text = cleanText(message.text);
    const received = await receiveCustomerMessage(deps, message, { below: ticket, text, context, arrival: "waited" });
    // The ticket has the message already.
    if (received.refusal !== null && received.refusal.reason !== "notDue")
      return offersNewTicket(row, received)
        ? { ...received, card: openInsteadCard(row.id, received.card, context.viewer) }
        : received;
    card = received.card ?? card;
    if (ticket === number)
      card ??= sentenceCard(sayIn(context.viewer.locale)("offer.added", { ticket: ticketName(ticket) }));
  }
  await settlePrompt(deps.database.db, row, ticket, deps.now());
  return { card, refusal: null };
};

/**
 * Acts on the choice; repeating it changes nothing. Returns the private answer to the author. After a refusal the prompt
 * is not settled: it holds what the customer wrote, so the caller must try again or let the customer choose again.
 */
export const actOnPrompt = (deps: Deps, row: PromptRow, desk: Desk, chosenBy: ChosenBy): Promise<ReceivedOutcome> =>
  row.about.kind === "articles"
    ? openTicket(deps, row, row.about, { desk, chosenBy })
    : placeMessages(deps, row, row.about, desk);
