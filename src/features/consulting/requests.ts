import { leastSevere } from "../../sla/severity.ts";
import { dateAt } from "../../sla/wall-clock.ts";
import { button, type SubmitHandler, form, whenRight } from "../../requests/action-handlers.ts";
import { nothing, onlyTicket } from "../../chat/action-arguments.ts";
import { sayIn } from "../../i18n/say.ts";
import { answer, changeTicket, ifAllowed, work } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { inPost } from "../open/index.ts";
import { consultingForm } from "./consulting-form.ts";
import { consultingValues } from "./consulting-values.ts";
import { timeForm, timeValues } from "./time-form.ts";

const submitConsulting: SubmitHandler<object> = (_, submission, context) => {
  const { values, at, channel } = submission;
  const parsed = consultingValues(values, context.desk, context.principal.is === "staff", sayIn(context.viewer.locale));
  return whenRight(parsed, ({ title, description, account }) =>
    work({
      kind: "open",
      command: {
        type: "open",
        kind: "consulting",
        by: context.actor,
        at,
        title,
        severity: leastSevere,
        description,
        ...(account === null ? {} : { account }),
        askedIn: channel,
        ...inPost(submission, account, context),
      },
    }),
  );
};

export const buttons = {
  recordTime: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "recordTime", () => answer({ kind: "form", form: timeForm(ticket, context.viewer) })),
  }),
};

export const forms = {
  "submit-time": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "recordTime", () => {
        const today = dateAt(context.viewer.timezone, at);
        return whenRight(timeValues(values, today, sayIn(context.viewer.locale)), (spent) =>
          changeTicket(context, at, ticket, { type: "recordTime", ...spent }),
        );
      }),
  }),
  "submit-consulting": form({
    carries: nothing,
    submit: (action, submission, context) =>
      ifAllowed(context, "open", () => submitConsulting(action, submission, context)),
  }),
};

export const subcommands = {
  consulting: subcommand({
    of: "ticket",
    words: ["consulting", "consultoría", "consultoria"],
    menu: "consulting [topic]",
    permission: "open",
    help: ({ say }) => ({ usage: say("help.consulting"), means: "help.consultingMeans" }),
    /** "Consulting page is blank" is a title. */
    parse: ({ word, rest }) => (word === word.toLowerCase() ? { topic: rest.join(" ") } : null),
    route: ({ topic }, { event, context: { principal, desk, viewer } }) =>
      answer({ kind: "form", form: consultingForm(topic, { principal, desk, channel: event.channel, viewer }) }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly consulting: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
