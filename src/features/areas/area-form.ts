import { encodeAction } from "../../chat/action.ts";
import { type Form, noChoice } from "../../chat/form.ts";
import type { Desk } from "../../desk/desk.ts";
import { pickField } from "../../i18n/pick-field.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { areaOptions } from "./fact.ts";

/** The form that changes the area of a ticket, or takes it away. */
export const areaForm = (number: number, desk: Desk, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-area", number),
    title: say("form.areaTitle"),
    submit: say("form.areaSubmit"),
    cancel: say("form.cancel"),
    fields: [
      pickField({ name: "area", label: say("form.areaOf", { ticket: ticketName(number) }), initial: "" }, [
        ...areaOptions(desk, viewer.locale).map(({ key, name }) => ({ value: key, label: name })),
        { value: noChoice, label: say("form.noArea") },
      ]),
    ],
  };
};
