import { encodeAction } from "../chat/action.ts";
import type { Form } from "../chat/form.ts";
import type { Desk } from "../domain/desk.ts";
import { may } from "../domain/may.ts";
import { ticketName } from "../domain/ticket.ts";
import { noneOfThem } from "./form-limits.ts";
import { pickField } from "./pick-field.ts";
import type { Reader } from "./reader.ts";
import { sayIn } from "./words/say.ts";

/** The form that gives a ticket to somebody who may claim tickets, or to nobody. */
export const assignForm = (number: number, desk: Desk, reader: Reader): Form => {
  const say = sayIn(reader.locale);
  const people = Object.values(desk.people)
    .filter((person) => may({ is: "staff", person }, "claim") === "yes")
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
