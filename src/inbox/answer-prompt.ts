import type { Intent } from "../requests/intent.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { choosePrompt, countSolved, readPrompt, type PromptRow } from "../db/prompt-store.ts";
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
  if (answer.choice !== "solved") return actOnPrompt(deps, row, context.desk);
  const helped = row.about.kind === "articles" ? row.about.articles[answer.article] : undefined;
  if (helped !== undefined && (await countSolved(db, row.id, helped.url, deps.now()))) deps.metrics.manualSolved();
  return sentenceCard(sayIn(context.viewer.locale)("offer.thanks"));
};
