import { encodeAction } from "../../chat/action.ts";
import type { Card, Line } from "../../chat/card.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { maxTitle } from "../../i18n/form-limits.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { faint, plain, strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** A command that may have been meant, and the ticket it is about where one was named. */
export interface MeantCommand {
  readonly verb:
    | "new"
    | "list"
    | "show"
    | "close"
    | "reopen"
    | "history"
    | "transcript"
    | "tech"
    | "merge"
    | "link"
    | "reply"
    | "help"
    | "escalate"
    | "call"
    | "manager"
    | "consulting";
  readonly number: number | null;
}

/** The ticket that the help texts take as their example. */
const example = "1042";

const suggestion = ({ verb, number }: MeantCommand, is: "staff" | "customer", viewer: Viewer): Line => {
  const say = sayIn(viewer.locale);
  const about = (usage: string, means: string): Line => [
    strong(number === null ? usage : usage.replace(example, String(number))),
    plain(means),
  ];
  switch (verb) {
    case "new":
      return about(say("help.open"), say("help.openMeans"));
    case "list":
      return about(
        say(is === "staff" ? "help.listStaff" : "help.list"),
        say(is === "staff" ? "help.listMeansStaff" : "help.listMeansCustomer"),
      );
    case "show":
      return about(say("help.show"), say(is === "staff" ? "mean.showStaff" : "help.showMeans"));
    case "transcript":
      return about(
        say("help.transcript"),
        say(is === "staff" ? "help.transcriptMeansStaff" : "help.transcriptMeansCustomer"),
      );
    case "merge":
    case "link":
      return about(say(`tie.help.${verb}`), say(`tie.help.${verb}Means`));
    case "help":
      return about(say("mean.help"), say("mean.helpMeans"));
    default:
      return about(say(`help.${verb}`), say(`help.${verb}Means`));
  }
};

/**
 * Answers a line that is no command, with the commands that may have been meant. A button opens a ticket with the same words,
 * so that a title is never lost.
 */
export const didYouMeanCard = (
  {
    word,
    title,
    commands,
  }: { readonly word: string; readonly title: string; readonly commands: readonly MeantCommand[] },
  is: "staff" | "customer",
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const unknown = say("mean.unknown", { word: oneLine(word, 40) });
  const quoted = oneLine(title, maxTitle);
  return {
    summary: unknown,
    parts: [
      {
        part: "text",
        lines: [
          [strong(unknown)],
          ...(commands.length === 0 ? [] : [[plain(say("mean.didYouMean"))]]),
          ...commands.map((each) => suggestion(each, is, viewer)),
        ],
      },
      { part: "text", lines: [[plain(say("mean.orOpen"))]] },
      { part: "quote", text: quoted },
      {
        part: "buttons",
        label: say("button.actions"),
        buttons: [{ action: encodeAction("new"), label: say("form.ticketSubmit"), carries: quoted }],
      },
      { part: "small", line: [faint(say("mean.hint"))] },
    ],
  };
};
