import type { HistoryLines } from "../../cards/feature-views.ts";
import { sayIn } from "../../i18n/say.ts";
import { routesText } from "../../cards/route-texts.ts";
import type { ConsultingEvent } from "./messages.ts";

/** A consulting request has no notification of its own: its page is drawn by the escalation feature. */
export const history = {
  consultingRouted: ({ page }, context) =>
    sayIn(context.viewer.locale)("history.consultingRouted", { names: routesText(page, context) }),
} satisfies HistoryLines<ConsultingEvent["type"]>;
