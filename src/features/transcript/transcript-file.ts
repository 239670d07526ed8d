import type { TranscriptFormat } from "../../requests/intent.ts";
import { atOnce, type Stepwise } from "../history/index.ts";
import type { Instant } from "../../sla/instant.ts";
import type { TextFile } from "../../chat/answer.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { Transcript, TranscriptFile } from "./transcript.ts";
import { transcriptHtml, type EnclosedFiles } from "./transcript-html.ts";
import { transcriptMarkdown } from "./transcript-markdown.ts";

const iso = (at: Instant): string => new Date(at).toISOString();

const enclosedJson = ({ key, name, size, type }: TranscriptFile, enclosed: EnclosedFiles) => {
  const base64 = enclosed.get(key);
  return { name, size, type, ...(base64 === undefined ? {} : { base64 }) };
};

/** A transcript as JSON: times in UTC, texts as they were written, enclosed files in base64. */
const transcriptJson = (
  { number, title, viewer, madeAt, entries, facts, leftOut, for: audience }: Transcript,
  enclosed: EnclosedFiles,
): string =>
  `${JSON.stringify(
    {
      ticket: ticketName(number),
      title,
      for: audience,
      madeAt: iso(madeAt),
      timezone: viewer.timezone,
      locale: viewer.locale,
      facts: facts.map(([what, value]) => ({ what, value })),
      ...(leftOut > 0 ? { leftOut } : {}),
      entries: entries.map((entry) => ({
        ...entry,
        at: iso(entry.at),
        files: entry.files.map((file) => enclosedJson(file, enclosed)),
      })),
    },
    null,
    2,
  )}\n`;

/**
 * A transcript as a file, one step per entry, with the enclosed files (base64 by key). Markdown can only name files.
 */
export function* drawTranscript(
  transcript: Transcript,
  format: TranscriptFormat,
  enclosed: EnclosedFiles = new Map(),
): Stepwise<TextFile> {
  const name = `${ticketName(transcript.number)}.${format}`;
  switch (format) {
    case "md":
      return { name, type: "text/markdown; charset=utf-8", text: yield* transcriptMarkdown(transcript) };
    case "html":
      return { name, type: "text/html; charset=utf-8", text: yield* transcriptHtml(transcript, enclosed) };
    case "json":
      return { name, type: "application/json; charset=utf-8", text: transcriptJson(transcript, enclosed) };
  }
}

/** The same in one go. */
export const transcriptFile = (transcript: Transcript, format: TranscriptFormat, enclosed?: EnclosedFiles): TextFile =>
  atOnce(drawTranscript(transcript, format, enclosed));
