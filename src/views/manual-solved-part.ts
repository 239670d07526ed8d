import type { CardPart } from "../chat/card.ts";
import type { Viewer } from "./reader.ts";
import { faint } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** What the manual has spared the team so far; nothing where it has not yet. */
export const manualSolvedPart = (count: number, viewer: Viewer): readonly CardPart[] =>
  count === 0 ? [] : [{ part: "small", line: [faint(sayIn(viewer.locale)("list.manualSolved", { count }))] }];
