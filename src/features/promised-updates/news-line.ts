import type { Instant } from "../../sla/instant.ts";
import type { Line } from "../../chat/card.ts";

import type { Viewer } from "../../i18n/viewer.ts";
import { momentAndLeft, plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** By when the customer hears from us next. */
export const newsLine = (due: Instant, viewer: Viewer): Line => [
  plain(sayIn(viewer.locale)("message.newPromise.update")),
  momentAndLeft(due),
];
