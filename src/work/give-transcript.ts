import { ticketFacts, type Asker } from "../app/questions.ts";
import type { Question } from "../bot/intent.ts";
import type { Scene } from "../bot/scene.ts";
import type { PrivateAnswer } from "../chat/answer.ts";
import { carriedFiles } from "../db/file-store.ts";
import { ticketName } from "../domain/ticket.ts";
import { refusalCard } from "../views/refusal-card.ts";
import { sentenceCard } from "../views/spans.ts";
import { transcriptFile } from "../views/transcript-file.ts";
import { transcriptOf } from "../views/transcript.ts";
import { sayIn } from "../views/words/say.ts";
import type { WorkDeps } from "./deps.ts";

/** In bytes, one file and all of them: in base64 they are a third longer, and Discord takes ten megabytes. */
const largest = 2 * 1024 * 1024;
const mostEnclosed = 5 * 1024 * 1024;

/** A ticket's transcript as a file, worded for who asks: customers get the public part of tickets of their own. */
export const giveTranscript = async (
  { database, now, traces }: Pick<WorkDeps, "database" | "now" | "traces">,
  { number, format }: Extract<Question, { kind: "transcript" }>,
  asker: Asker,
  { desk, reader, standing }: Scene,
): Promise<PrivateAnswer> => {
  const found = await ticketFacts(database.db, desk, asker, number);
  if (!found.ok) {
    traces?.refused(asker, found.refusal.reason, "transcript");
    return { card: refusalCard(found.refusal, number, desk, reader), files: [] };
  }
  const told = transcriptOf(found.ticket, found.events, desk, standing.is, reader, now());
  const files = format === "md" ? undefined : await carriedFiles(database.db, number, largest, mostEnclosed);
  const file = transcriptFile(told, format, files);
  const sentence = sayIn(reader.locale)("transcript.gave", { ticket: ticketName(number), name: file.name });
  traces?.disclosed(asker, "transcript", number);
  return { card: sentenceCard(sentence), files: [file] };
};
