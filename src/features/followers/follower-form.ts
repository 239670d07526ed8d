import { encodeAction } from "../../chat/action.ts";
import type { Form } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { foldedAddress, isInternetAddress, longestAddress } from "../../text/mail-address.ts";
import { ticketName } from "../../tickets/ticket.ts";

/** The form that asks who is to follow a ticket: an address, or the name of a contact. */
export const followerForm = (number: number, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-follower", number),
    title: say("followers.formTitle"),
    submit: say("followers.formSubmit"),
    cancel: say("form.cancel"),
    notice: [[plain(say("followers.formNotice"))]],
    fields: [
      {
        kind: "line",
        name: "person",
        label: say("followers.formPerson", { ticket: ticketName(number) }),
        hint: say("followers.formHint"),
        required: true,
        maxLength: longestAddress,
        initial: "",
      },
    ],
  };
};

/** A button names a person by their identity, and an agent types the address alone. */
const identity = "email:";

/**
 * The address by which a button or an agent names a follower, folded for comparing: `email:Pau@acme.example` and `Pau@acme.example` are
 * both `pau@acme.example`. Null if it is no address but a name.
 */
export const addressNamed = (person: string): string | null => {
  const typed = person.startsWith(identity) ? person.slice(identity.length) : person;
  return isInternetAddress(typed) ? foldedAddress(typed) : null;
};
