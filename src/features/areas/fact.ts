import type { TicketFact } from "../../cards/ticket-fact.ts";
import { encodeAction } from "../../chat/action.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import type { Desk } from "../../desk/desk.ts";
import type { TextContext } from "../../i18n/viewer.ts";

type Locale = Desk["locale"];

/** The areas of the desk in the order of the desk file, with their titles. */
export const areaOptions = (
  { areas }: Desk,
  locale: Locale,
): readonly { readonly key: string; readonly name: string }[] =>
  Object.values(areas).map(({ key, title }) => ({ key, name: title[locale] }));

/** The title of an area. An area that left the desk file is shown by its key. */
export const areaTitle = (key: string, { desk, viewer }: TextContext): string =>
  areaOptions(desk, viewer.locale).find((each) => each.key === key)?.name ?? key;

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
