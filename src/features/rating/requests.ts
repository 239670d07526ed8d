import { aboutTicket, onlyTicket } from "../../chat/action-arguments.ts";
import { sayIn } from "../../i18n/say.ts";
import { button, form, oldAction } from "../../requests/action-handlers.ts";
import { cleanText, hasVisibleText } from "../../requests/clean-text.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { scores, type Score } from "../../tickets/ticket-records.ts";
import { commentArgument, commentForm } from "./comment-form.ts";
import { longestComment } from "./rate.ts";

/** A score; or the given score and the word that asks for the form of a comment. */
const ratingCarried = aboutTicket(([score = "", asks = "", ...others]) =>
  others.length > 0 || (asks !== "" && asks !== commentArgument) ? null : { score, comments: asks !== "" },
);

const scoreNamed = (named: string | undefined): Score | undefined => scores.find((each) => each === named);

export const buttons = {
  rate: button({
    carries: ratingCarried,
    forCustomers: true,
    press: ({ ticket, score: named, comments }, { at }, context) =>
      ifAllowed(context, "rate", () => {
        const score = scoreNamed(named);
        if (score === undefined) return oldAction(context);
        return comments
          ? answer({ kind: "form", form: commentForm(ticket, score, context.viewer) })
          : changeTicket(context, at, ticket, { type: "rate", score, comment: null });
      }),
  }),
};

export const forms = {
  "submit-rating": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "rate", () => {
        const say = sayIn(context.viewer.locale);
        const score = scoreNamed(values["score"]);
        const comment = cleanText(values["comment"] ?? "");
        const wrong = {
          ...(score === undefined ? { score: say("rating.scoreMissing") } : {}),
          ...(hasVisibleText(comment) ? {} : { comment: say("error.textMissing") }),
          ...(comment.length > longestComment ? { comment: say("error.tooLong", { max: longestComment }) } : {}),
        };
        return score === undefined || Object.keys(wrong).length > 0
          ? answer({ kind: "fieldErrors", errors: wrong })
          : changeTicket(context, at, ticket, { type: "rate", score, comment });
      }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly rating: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
