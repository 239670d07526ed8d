import type { Line } from "../../chat/card.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** The number of lines of one kind in an explanation. Platforms cut long messages at their end. */
const linesShown = 6;

/** The first lines of one kind, and how many more there are. */
export const cappedLines = (lines: readonly Line[], { locale }: Viewer): readonly Line[] => {
  const more = lines.length - linesShown;
  return more <= 0 ? lines : [...lines.slice(0, linesShown), [plain(sayIn(locale)("list.more", { count: more }))]];
};
