import { aboutTicket, onlyTicket, reference } from "../../chat/action-arguments.ts";
import { button, form } from "../../requests/action-handlers.ts";
import { cleanLine } from "../../requests/clean-text.ts";
import { answer, changeTicket, ifAllowed, work } from "../../requests/routed.ts";
import { sayIn } from "../../i18n/say.ts";
import { followerForm } from "./follower-form.ts";

const aboutPerson = aboutTicket(([word = "", ...more]) => {
  const person = more.length === 0 ? reference(word) : null;
  return person === null ? null : { person };
});

export const buttons = {
  follower: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "addFollower", () => answer({ kind: "form", form: followerForm(ticket, context.viewer) })),
  }),
  /** Adds a person whom a mail copied, by their address. */
  "add-follower": button({
    carries: aboutPerson,
    press: ({ ticket, person }, _, context) =>
      ifAllowed(context, "addFollower", () => work({ kind: "follow", number: ticket, person })),
  }),
  "remove-follower": button({
    carries: aboutPerson,
    press: ({ ticket, person }, { at }, context) =>
      ifAllowed(context, "removeFollower", () =>
        changeTicket(context, at, ticket, { type: "removeFollower", user: person }),
      ),
  }),
};

export const forms = {
  "submit-follower": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values }, context) =>
      ifAllowed(context, "addFollower", () => {
        const person = cleanLine(values["person"] ?? "");
        return person === ""
          ? answer({ kind: "fieldErrors", errors: { person: sayIn(context.viewer.locale)("followers.personMissing") } })
          : work({ kind: "follow", number: ticket, person });
      }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly followers: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
