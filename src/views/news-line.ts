import type { Line } from "../chat/card.ts";
import type { Instant } from "../domain/refs.ts";
import type { Viewer } from "./reader.ts";
import { momentAndLeft, plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** By when the customer hears from us next. */
export const newsLine = (due: Instant, viewer: Viewer): Line => [
  plain(sayIn(viewer.locale)("message.newPromise.update")),
  momentAndLeft(due),
];
