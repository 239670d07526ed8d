import type { Transcript, TranscriptEntry } from "./transcript.ts";

/** The approximate length of an entry without its text. */
const frame = 300;

const lengthOf = ({ text: words, says, changes, files }: TranscriptEntry): number =>
  frame * (1 + changes.length + files.length) + (words?.length ?? 0) + (says?.length ?? 0);

/** The transcript with its newest entries, up to this many characters. It says how many entries are left out. */
export const newestEntries = (transcript: Transcript, mostCharacters: number): Transcript => {
  const { entries } = transcript;
  let from = entries.length;
  let left = mostCharacters;
  while (from > 0) {
    const entry = entries[from - 1];
    left -= entry === undefined ? 0 : lengthOf(entry);
    if (left < 0) break;
    from -= 1;
  }
  return { ...transcript, entries: entries.slice(from), leftOut: transcript.leftOut + from };
};
