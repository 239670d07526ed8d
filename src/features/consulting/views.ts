import type { HistoryLines } from "../../cards/feature-views.ts";
import { sayIn } from "../../i18n/say.ts";
import { routesText } from "../../cards/route-texts.ts";
import type { ConsultingEvent } from "./messages.ts";

/** Consulting has no notification of its own; the escalation feature draws its page. */
export const history = {
  consultingRouted: ({ page }, context) =>
    sayIn(context.viewer.locale)("history.consultingRouted", { names: routesText(page, context) }),
} satisfies HistoryLines<ConsultingEvent["type"]>;
