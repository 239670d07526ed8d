import { type CommandOutcome, execute } from "../tickets/execute/execute.ts";
import { cleanText } from "../requests/clean-text.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import { requestContextOf } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import { type PromptRow, settlePrompt } from "../db/prompt-store.ts";
import { ticketOfSource } from "../db/ticket-store.ts";
import type { Desk } from "../desk/desk.ts";
import { ticketName } from "../tickets/ticket.ts";
import { sentenceCard } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { processCustomerMessage } from "./customer-message.ts";
import { openFromMessage, withThread } from "./open-from-message.ts";
import { whereItGoes } from "../delivery/where-it-goes.ts";
import type { Prompt } from "../db/schema/rows.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "ports" | "log">;
type Articles = Extract<Prompt, { kind: "articles" }>;
type WhichTicket = Extract<Prompt, { kind: "whichTicket" }>;

const numberOf = (outcome: CommandOutcome): number | null => {
  if (outcome.ok) return outcome.ticket.number;
  return outcome.refusal.reason === "alreadyTicket" ? outcome.refusal.number : null;
};

/** Opens the ticket for which no article helped. Its clocks run from the request. */
const openTicket = async (
  deps: Deps,
  row: PromptRow,
  { command, articles }: Articles,
  desk: Desk,
): Promise<Card | null> => {
  const { by } = command;
  if (by.kind !== "person") return null;
  const context = requestContextOf({ by, channel: by.channel }, desk);
  const whole = { ...(await withThread(deps, command, context)), offered: articles.map(({ title }) => title) };
  const outcome = await execute(deps, { key: row.key, number: null, command: whole });
  await settlePrompt(deps.database.db, row.id, numberOf(outcome), deps.now());
  const seen = await whereItGoes(deps, outcome, desk);
  return outcomeCard({ kind: "open", command: whole }, seen, desk, context.viewer);
};

/** Adds direct messages to a ticket, each once. */
const add = async (deps: Deps, messages: WhichTicket["messages"], number: number, desk: Desk): Promise<void> => {
  for (const message of messages)
    await processCustomerMessage(deps, message, {
      below: number,
      text: cleanText(message.text),
      context: requestContextOf(message, desk),
    });
};

const placeMessages = async (
  deps: Deps,
  row: PromptRow,
  { messages, number }: WhichTicket,
  desk: Desk,
): Promise<Card | null> => {
  const [first, ...rest] = messages;
  if (first === undefined) return null;
  const { db } = deps.database;
  const context = requestContextOf(first, desk);
  if (row.choice === "add") {
    await add(deps, messages, number, desk);
    await settlePrompt(db, row.id, number, deps.now());
    return sentenceCard(sayIn(context.viewer.locale)("offer.added", { ticket: ticketName(number) }));
  }
  const card = await openFromMessage(deps, first, { message: first.message, how: "direct", taken: first, context });
  const opened = await ticketOfSource(db, first.channel, first.message.thread ?? first.message.id);
  if (opened !== null) await add(deps, rest, opened.number, desk);
  await settlePrompt(db, row.id, opened?.number ?? null, deps.now());
  return card;
};

/** Acts on the choice; repeating it changes nothing. Returns the private answer to the author. */
export const actOnPrompt = (deps: Deps, row: PromptRow, desk: Desk): Promise<Card | null> =>
  row.about.kind === "articles" ? openTicket(deps, row, row.about, desk) : placeMessages(deps, row, row.about, desk);
