import type { TextFile } from "../chat/answer.ts";
import type { Instant } from "../domain/refs.ts";
import { ticketName } from "../domain/ticket.ts";
import type { Transcript } from "./transcript.ts";
import { transcriptHtml } from "./transcript-html.ts";
import { transcriptMarkdown } from "./transcript-markdown.ts";

/** The forms a transcript comes in, the usual one first. */
export const transcriptFormats = ["md", "html", "json"] as const;
export type TranscriptFormat = (typeof transcriptFormats)[number];

const iso = (at: Instant): string => new Date(at).toISOString();

/** A transcript as JSON: instants in UTC, everybody's words as they were written. */
const transcriptJson = ({ number, title, reader, madeAt, entries, facts, for: audience }: Transcript): string =>
  `${JSON.stringify(
    {
      ticket: ticketName(number),
      title,
      for: audience,
      madeAt: iso(madeAt),
      timezone: reader.timezone,
      locale: reader.locale,
      facts: facts.map(([what, value]) => ({ what, value })),
      entries: entries.map((entry) => ({ ...entry, at: iso(entry.at) })),
    },
    null,
    2,
  )}\n`;

/** A transcript as a file. */
export const transcriptFile = (transcript: Transcript, format: TranscriptFormat): TextFile => {
  const name = `${ticketName(transcript.number)}.${format}`;
  switch (format) {
    case "md":
      return { name, type: "text/markdown; charset=utf-8", text: transcriptMarkdown(transcript) };
    case "html":
      return { name, type: "text/html; charset=utf-8", text: transcriptHtml(transcript) };
    case "json":
      return { name, type: "application/json; charset=utf-8", text: transcriptJson(transcript) };
  }
};
