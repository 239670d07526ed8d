import type { Intent } from "../requests/intent.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import {
  claimPrompt,
  countSolved,
  parkPrompt,
  readPrompt,
  releasePrompt,
  withdrawChoice,
  type PromptRow,
} from "../db/prompt-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import { whichTicketCard } from "../features/knowledge/index.ts";
import { refusalCard } from "../features/message-cards/index.ts";
import type { Refusal } from "../tickets/messages.ts";
import { ticketName } from "../tickets/ticket.ts";
import { problemCard } from "../cards/problem-card.ts";
import { sentenceCard } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";
import { UnreadableJson } from "../stored/versioned-json.ts";
import { actOnPrompt, promptLease } from "./act-on-prompt.ts";
import type { NotYet } from "./process-inbox.ts";
import { withdrawnCard } from "./revise-waiting.ts";
import type { WorkDeps } from "../jobs/deps.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "ports" | "log" | "metrics" | "onRefusal" | "threadReads">;
type Answer = Extract<Intent, { kind: "answerPrompt" }>;

const over = ({ ticket, choice }: PromptRow, { viewer }: RequestContext): Card => {
  if (choice === "withdrawn") return withdrawnCard({ viewer });
  const say = sayIn(viewer.locale);
  return sentenceCard(ticket === null ? say("offer.over") : say("offer.overTicket", { ticket: ticketName(ticket) }));
};

const fits = ({ about }: PromptRow, { choice, article }: Answer): boolean =>
  about.kind === "articles"
    ? choice === "open" || (choice === "solved" && article < about.articles.length)
    : choice !== "solved";

/** Says why no ticket was opened, and asks again: without an answer the messages are still added to the open ticket. */
const askAgain = async (
  { database: { db } }: Deps,
  row: PromptRow,
  refusal: Refusal,
  { desk, viewer }: RequestContext,
): Promise<Card> => {
  const { id, about, dueAt } = row;
  const refused = refusalCard(refusal, null, { desk, viewer });
  if (about.kind !== "whichTicket") return refused;
  await withdrawChoice(db, row);
  const ticket = await readTicket(db, about.number);
  if (ticket === null) return refused;
  const question = whichTicketCard(id, ticket, dueAt, viewer);
  return { ...refused, parts: [...refused.parts, { part: "divider" }, ...question.parts] };
};

/** How long (ms) an answer waits before it looks again at a prompt that another process acts on. */
const lookAgainMs = 1_000;

/** Acts on a claimed prompt. What it does not settle, the caller releases. */
const actOnAnswer = async (
  deps: Deps,
  row: PromptRow,
  answer: Answer,
  context: RequestContext,
): Promise<Card | null> => {
  if (row.choice !== answer.choice) return over(row, context);
  if (answer.choice !== "solved") {
    const { card, refusal } = await actOnPrompt(deps, row, context.desk, "person");
    if (refusal?.reason === "noSuchTicket") await parkPrompt(deps.database.db, row, refusal.reason);
    return refusal?.reason === "limited" && row.parked === null ? askAgain(deps, row, refusal, context) : card;
  }
  const helped = row.about.kind === "articles" ? row.about.articles[answer.article] : undefined;
  if (helped !== undefined && (await countSolved(deps.database.db, row, helped.url, deps.now())))
    deps.metrics.manualSolved();
  return sentenceCard(sayIn(context.viewer.locale)("offer.thanks"));
};

/** A prompt that cannot be read is no longer there for the person, and the operator finds it in the log. */
const readable = <T>({ log }: Pick<Deps, "log">, { prompt }: Answer, found: T | UnreadableJson): T | null => {
  if (!(found instanceof UnreadableJson)) return found;
  log.error({ err: found, prompt }, "prompt.unreadable");
  return null;
};

/**
 * Handles a person's answer to a prompt. The first answer counts, also the one that was chosen when the time ran out.
 * While another process acts on the prompt, the answer waits.
 */
export const answerPrompt = async (
  deps: Deps,
  inboundEvent: InboundEvent,
  answer: Answer,
  context: RequestContext,
): Promise<Card | NotYet | null> => {
  const { db } = deps.database;
  const read = async (): Promise<PromptRow | null> =>
    readable(deps, answer, await readPrompt(db, answer.prompt, inboundEvent.by.user));
  const found = await read();
  if (found === null || !fits(found, answer)) return problemCard({ problem: "oldButton" }, context.viewer);
  const now = deps.now();
  const claim = { choice: answer.choice, lease: promptLease(now), now };
  const claimed = readable(deps, answer, await claimPrompt(db, found.id, claim));
  if (claimed === null) {
    const current = await read();
    return current === null || current.settledAt !== null
      ? over(current ?? found, context)
      : { notYet: now + lookAgainMs };
  }
  try {
    return await actOnAnswer(deps, claimed, answer, context);
  } finally {
    await releasePrompt(db, claimed);
  }
};
