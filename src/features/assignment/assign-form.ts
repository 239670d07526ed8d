import { encodeAction } from "../../chat/action.ts";
import { type Form, noChoice } from "../../chat/form.ts";
import type { Desk } from "../../desk/desk.ts";
import { permitted } from "../../tickets/permissions.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { pickField } from "../../i18n/pick-field.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sayIn } from "../../i18n/say.ts";

/** The form that assigns a ticket to a person who may claim tickets, or to no one. */
export const assignForm = (number: number, desk: Desk, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  const people = Object.values(desk.people)
    .filter((person) => permitted({ is: "staff", person }, "claim") === "yes")
    .map((person) => ({ value: person.key, label: person.name }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return {
    action: encodeAction("submit-assign", number),
    title: say("form.assignTitle"),
    submit: say("form.assignSubmit"),
    cancel: say("form.cancel"),
    fields: [
      pickField(
        {
          name: "person",
          label: say("form.assignPerson", { ticket: ticketName(number) }),
          hint: say("form.assignHint"),
          initial: "",
        },
        [...people, { value: noChoice, label: say("form.noAssignee") }],
      ),
    ],
  };
};
