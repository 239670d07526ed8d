import { encodeAction } from "../../chat/action.ts";
import type { Card, CardPart, Line } from "../../chat/card.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { maxTitle } from "../../chat/form.ts";
import type { Subcommand } from "../../requests/subcommand.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { usageLine } from "./help-card.ts";
import { faint, plain, strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** A subcommand that the person may have meant, and the ticket if the line named one. */
export interface SuggestedSubcommand {
  readonly subcommand: Subcommand;
  readonly number: number | null;
}

/** A line that is no subcommand: its first word, the whole as a title (null after `/desk`), and suggestions. */
export interface UnclearCommand {
  readonly word: string;
  readonly title: string | null;
  readonly suggestions: readonly SuggestedSubcommand[];
}

/** The example ticket of the help texts. */
const example = "1042";

const suggestionLine = (
  { subcommand, number }: SuggestedSubcommand,
  is: "staff" | "customer",
  viewer: Viewer,
): Line => {
  const context = { say: sayIn(viewer.locale), is };
  const line = subcommand.suggestion?.(context) ?? subcommand.help(context);
  if (line === null) return [];
  const usage = number === null ? line.usage : line.usage.replace(example, String(number));
  return usageLine({ ...line, usage }, context.say);
};

/**
 * Answers a line that is no subcommand with suggestions. After `/ticket` a button opens a ticket with the same text, so that a
 * title is never lost.
 */
export const didYouMeanCard = (
  { word, title, suggestions }: UnclearCommand,
  is: "staff" | "customer",
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const unknown = say("suggest.unknown", { word: oneLine(word, 40) });
  const quoted = title === null ? null : oneLine(title, maxTitle);
  const opening: readonly CardPart[] =
    quoted === null
      ? []
      : [
          { part: "text", lines: [[plain(say("suggest.orOpen"))]] },
          { part: "quote", text: quoted },
          {
            part: "buttons",
            label: say("button.actions"),
            buttons: [{ action: encodeAction("new"), label: say("form.ticketSubmit"), carries: quoted }],
          },
        ];
  return {
    summary: unknown,
    parts: [
      {
        part: "text",
        lines: [
          [strong(unknown)],
          ...(suggestions.length === 0 ? [] : [[plain(say("suggest.didYouMean"))]]),
          ...suggestions.map((each) => suggestionLine(each, is, viewer)),
        ],
      },
      ...opening,
      { part: "small", line: [faint(say("suggest.hint"))] },
    ],
  };
};
