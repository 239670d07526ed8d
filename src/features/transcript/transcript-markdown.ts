import type { Stepwise } from "../history/index.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sizeWords } from "../attachments/index.ts";
import { showable } from "../../chat/text.ts";
import type { Transcript, TranscriptEntry } from "./transcript.ts";
import { sayIn } from "../../i18n/say.ts";

/** Characters with a meaning in Markdown, wherever they are. */
const signs = /[\\`*_[\]<>&|~#]/g;

/** Beginnings of a line with a meaning in Markdown: a list, a rule, a heading's underline. */
const beginning = /^(?:[-+=]|\d+[.)])/;

/** One line of a text as Markdown that shows it literally. */
export const escapeMarkdown = (line: string): string => {
  if (line === "") return "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const rest = line
    .slice(indent.length)
    .replaceAll(signs, String.raw`\$&`)
    .replace(beginning, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`);
  // Markdown shows an indented text as code.
  return `${"\u00A0".repeat(indent.length)}${rest}`;
};

const inline = (text: string): string => escapeMarkdown(showable(text).replaceAll(/\s+/g, " ").trim());

/** A text as a Markdown quote with all its line breaks. */
const quoted = (text: string): readonly string[] => {
  const lines = showable(text).split("\n").map(escapeMarkdown);
  return lines.map((line, index) => `> ${line}${index < lines.length - 1 ? "\\" : ""}`);
};

const entryLines = (entry: TranscriptEntry, { viewer }: Transcript): readonly string[] => {
  const say = sayIn(viewer.locale);
  const mark = entry.side === "internal" ? say("transcript.internal") : say(`transcript.${entry.is}`);
  const introduction = entry.says === null ? "" : `: ${inline(entry.says)}`;
  return [
    `**${inline(datedMomentText(entry.at, viewer))} · ${inline(entry.who)}** (${mark})${introduction}`,
    ...(entry.changes.length === 0 ? [] : ["", ...entry.changes.map((change) => `- ${inline(change)}`)]),
    ...(entry.text === null ? [] : ["", ...quoted(entry.text)]),
    ...(entry.files.length === 0
      ? []
      : ["", ...entry.files.map(({ name, size }) => `- 📎 ${inline(`${name} (${sizeWords(size, viewer)})`)}`)]),
    "",
  ];
};

/** A transcript as Markdown (CommonMark), one step per entry. All texts are literal. */
export function* transcriptMarkdown(transcript: Transcript): Stepwise<string> {
  const { viewer, leftOut } = transcript;
  const say = sayIn(viewer.locale);
  const entries: string[] = [];
  for (const entry of transcript.entries) {
    entries.push(entryLines(entry, transcript).join("\n"));
    yield;
  }
  return [
    `# ${inline(transcript.heading)}`,
    "",
    ...transcript.facts.map(([what, value]) => `- ${inline(what)}: ${inline(value)}`),
    "",
    inline(say("transcript.madeAt", { when: datedMomentText(transcript.madeAt, viewer), zone: viewer.timezone })),
    ...(transcript.for === "staff" ? ["", `**${inline(say("transcript.forStaff"))}**`] : []),
    ...(leftOut > 0 ? ["", `**${inline(say("transcript.leftOut", { count: leftOut }))}**`] : []),
    "",
    ...entries,
    ...(transcript.entries.some(({ files }) => files.length > 0) ? [inline(say("transcript.filesElsewhere")), ""] : []),
  ].join("\n");
}
