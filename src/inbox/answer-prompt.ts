import type { Intent } from "../requests/intent.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { choosePrompt, countSolved, readPrompt, withdrawChoice, type PromptRow } from "../db/prompt-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import { whichTicketCard } from "../features/knowledge/index.ts";
import { refusalCard } from "../features/message-cards/index.ts";
import type { Refusal } from "../tickets/refusal.ts";
import { ticketName } from "../tickets/ticket.ts";
import { problemCard } from "../cards/problem-card.ts";
import { sentenceCard } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";
import { actOnPrompt } from "./act-on-prompt.ts";
import type { WorkDeps } from "../jobs/deps.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "ports" | "log" | "metrics">;
type Answer = Extract<Intent, { kind: "answerPrompt" }>;

const over = ({ ticket }: PromptRow, { viewer }: RequestContext): Card => {
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
  { id, about, dueAt }: PromptRow,
  refusal: Refusal,
  { desk, viewer }: RequestContext,
): Promise<Card> => {
  const refused = refusalCard(refusal, null, { desk, viewer });
  if (about.kind !== "whichTicket") return refused;
  await withdrawChoice(db, id);
  const ticket = await readTicket(db, about.number);
  if (ticket === null) return refused;
  const question = whichTicketCard(id, ticket, dueAt, viewer);
  return { ...refused, parts: [...refused.parts, { part: "divider" }, ...question.parts] };
};

/**
 * Handles a person's answer to a prompt. The first answer counts, also the one that was chosen when the time ran out.
 */
export const answerPrompt = async (
  deps: Deps,
  inboundEvent: InboundEvent,
  answer: Answer,
  context: RequestContext,
): Promise<Card | null> => {
  const { db } = deps.database;
  const found = await readPrompt(db, answer.prompt, inboundEvent.by.user);
  if (found === null || !fits(found, answer)) return problemCard({ problem: "oldButton" }, context.viewer);
  const row = await choosePrompt(db, found.id, answer.choice);
  if (row.choice !== answer.choice || row.settledAt !== null) return over(row, context);
  if (answer.choice !== "solved") {
    const { card, refusal } = await actOnPrompt(deps, row, context.desk, "person");
    return refusal?.reason === "limited" ? askAgain(deps, row, refusal, context) : card;
  }
  const helped = row.about.kind === "articles" ? row.about.articles[answer.article] : undefined;
  if (helped !== undefined && (await countSolved(db, row.id, helped.url, deps.now()))) deps.metrics.manualSolved();
  return sentenceCard(sayIn(context.viewer.locale)("offer.thanks"));
};
