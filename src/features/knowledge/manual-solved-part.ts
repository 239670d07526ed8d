import type { CardPart } from "../../chat/card.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { faint } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** What the manual has spared the team so far; nothing where it has not yet. */
export const manualSolvedPart = (count: number, viewer: Viewer): readonly CardPart[] =>
  count === 0 ? [] : [{ part: "small", line: [faint(sayIn(viewer.locale)("list.manualSolved", { count }))] }];
