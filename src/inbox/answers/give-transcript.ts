import limit from "p-limit";
import { ticketFacts, type QueryingPerson } from "../../tickets/execute/queries.ts";
import type { Question } from "../../requests/intent.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import type { PrivateAnswer } from "../../chat/answer.ts";
import { carriedFiles } from "../../db/delivery/file-store.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { refusalCard } from "../../features/message-cards/index.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { newestEntries, drawTranscript, tellTranscript } from "../../features/transcript/index.ts";
import { sayIn } from "../../i18n/say.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import { readLimitReached } from "../read-counts.ts";
import { runInSlices } from "../../jobs/loop.ts";

/** The largest file and the most bytes in all. In base64 they are a third larger, and Discord accepts ten megabytes. */
const largest = 2 * 1024 * 1024;
const mostEnclosed = 5 * 1024 * 1024;

/** More characters than a person reads. With the enclosed files it stays below Discord's limit. */
const mostCharacters = 1_500_000;

/** A long ticket takes much memory, so a process makes one transcript at a time. */
const oneAtATime = limit(1);

/**
 * Returns a ticket's transcript as a file, rendered for the viewer. Customers get the public part of their own tickets.
 */
export const giveTranscript = async (
  deps: Pick<WorkDeps, "database" | "now" | "traces" | "onDamagedEvent">,
  question: Extract<Question, { kind: "transcript" }>,
  asker: QueryingPerson,
  context: RequestContext,
): Promise<PrivateAnswer> => {
  const { database, now, traces } = deps;
  const { desk, viewer } = context;
  const { number } = question;
  const refusal = await readLimitReached(database, "transcripts", { desk, asker, at: now() });
  if (refusal !== null) {
    traces?.refused(asker, refusal.reason, "transcript");
    return { card: refusalCard(refusal, number, { desk, viewer }), files: [] };
  }
  return oneAtATime(() => make(deps, question, asker, context));
};

const make = async (
  { database, now, traces, onDamagedEvent }: Pick<WorkDeps, "database" | "now" | "traces" | "onDamagedEvent">,
  { number, format }: Extract<Question, { kind: "transcript" }>,
  asker: QueryingPerson,
  { desk, viewer, principal }: RequestContext,
): Promise<PrivateAnswer> => {
  const found = await ticketFacts(database.db, desk, asker, {
    number,
    onDamagedEvent: onDamagedEvent ?? null,
  });
  if (!found.ok) {
    traces?.refused(asker, found.refusal.reason, "transcript");
    return { card: refusalCard(found.refusal, number, { desk, viewer }), files: [] };
  }
  const { ticket, events } = found;
  const about = { ticket, events, desk, is: principal.is, viewer, madeAt: now() };
  const transcript = newestEntries(await runInSlices(tellTranscript(about)), mostCharacters);
  const files = format === "md" ? undefined : await carriedFiles(database.db, number, largest, mostEnclosed);
  const file = await runInSlices(drawTranscript(transcript, format, files));
  const sentence = sayIn(viewer.locale)("transcript.ready", { ticket: ticketName(number), name: file.name });
  traces?.disclosed(asker, "transcript", number);
  return { card: sentenceCard(sentence), files: [file] };
};
