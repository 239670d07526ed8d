import { encodeAction } from "../../chat/action.ts";
import type { Field, Form } from "../../chat/form.ts";
import type { Account } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { longestAddress } from "../../text/mail-address.ts";

/** The longest name of a contact. */
export const longestName = 80;

/**
 * The form that asks whom to invite to the client area of an account, and, if `mayGiveAll`, whether they see all of its
 * tickets.
 */
export const inviteForm = (account: Account, mayGiveAll: boolean, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  const sees: Field = {
    kind: "radio",
    name: "sees",
    label: say("clientAccess.inviteSees"),
    required: true,
    initial: "all",
    choices: [
      { value: "all", label: say("clientAccess.seesAll") },
      { value: "own", label: say("clientAccess.seesOwn") },
    ],
  };
  return {
    action: encodeAction("submit-invite", account.key),
    title: say("clientAccess.inviteTitle"),
    submit: say("clientAccess.inviteSubmit"),
    cancel: say("form.cancel"),
    fields: [
      {
        kind: "line",
        name: "email",
        label: say("clientAccess.inviteAddress"),
        hint: say("clientAccess.inviteHint", { account: account.name }),
        required: true,
        maxLength: longestAddress,
        initial: "",
      },
      {
        kind: "line",
        name: "name",
        label: say("clientAccess.inviteName"),
        required: false,
        maxLength: longestName,
        initial: "",
      },
      ...(mayGiveAll ? [sees] : []),
    ],
  };
};
