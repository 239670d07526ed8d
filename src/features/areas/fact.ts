import type { TicketFact } from "../../cards/ticket-fact.ts";
import { encodeAction } from "../../chat/action.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import { areaOptions, areaTitle } from "./area-title.ts";

/** The area of the product that a ticket is about. */
export const areaFact: TicketFact = {
  readers: "everyone",
  label: (say) => say("fact.area"),
  value: ({ area }, context) => (area === null ? null : [plain(areaTitle(area, context))]),
  choice: {
    options: areaOptions,
    question: (say) => say("form.area"),
    none: (say) => say("form.noArea"),
    unknown: (say) => say("error.areaUnknown"),
    change: ({ ticket: { number, status, area }, desk, viewer }) =>
      status === "resolved" || (Object.keys(desk.areas).length === 0 && area === null)
        ? null
        : { action: encodeAction("area", number), label: sayIn(viewer.locale)("button.area") },
  },
};
