import { encodeAction } from "../chat/action.ts";
import type { Form } from "../chat/form.ts";
import type { Desk } from "../domain/desk.ts";
import { permitted } from "../domain/may.ts";
import { ticketName } from "../domain/ticket.ts";
import { noneOfThem } from "./form-limits.ts";
import { pickField } from "./pick-field.ts";
import type { Viewer } from "./reader.ts";
import { sayIn } from "./words/say.ts";

/** The form that gives a ticket to somebody who may claim tickets, or to nobody. */
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
          initial: undefined,
        },
        [...people, { value: noneOfThem, label: say("form.nobody") }],
      ),
    ],
  };
};
