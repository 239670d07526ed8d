import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { faint, plain } from "../../i18n/spans.ts";
import { subjectText } from "./named-mails.ts";
import type { Viewer } from "../../i18n/viewer.ts";

/** The only answer to an unknown address: an agent finds out which account has it. It repeats the subject, and no other word of the mail. */
export const acknowledgement = (subject: string, { name }: Pick<Desk, "name">, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const about = oneLine(subjectText({ subject }, say), 120);
  return {
    summary: `Re: ${about}`,
    parts: [
      { part: "text", lines: [[plain(say("mails.acknowledged"))]] },
      { part: "text", lines: [[plain(name)]] },
      { part: "small", line: [faint(say("mails.acknowledgedOnce"))] },
    ],
  };
};
