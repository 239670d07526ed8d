import { encodeAction } from "../../chat/action.ts";
import { maxText, type Form } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { cleanLine, cleanText } from "../../requests/clean-text.ts";
import type { Parsed } from "../../requests/submitted-values.ts";
import { parseDate } from "../../requests/typed-time.ts";
import type { Say } from "../../i18n/say.ts";
import { minute } from "../../sla/instant.ts";
import { lengthFromWords } from "../../text/length-from-words.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { TimeCommand } from "./messages.ts";

/** An entry has at most a day: more is a slip. */
const mostMinutes = 24 * 60;

/** The form that records the time that consulting took. */
export const timeForm = (number: number, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  const line = { kind: "line", initial: "", maxLength: 60 } as const;
  return {
    action: encodeAction("submit-time", number),
    title: say("form.timeTitle"),
    submit: say("form.timeSubmit"),
    cancel: say("form.cancel"),
    notice: [[plain(say("form.timeNotice"))]],
    fields: [
      {
        ...line,
        name: "time",
        label: say("form.timeSpent", { ticket: ticketName(number) }),
        hint: say("form.timeSpentHint"),
        required: true,
      },
      { ...line, name: "day", label: say("form.timeDay"), hint: say("form.timeDayHint"), required: false },
      {
        kind: "paragraph",
        name: "note",
        label: say("form.timeNote"),
        hint: say("form.timeNoteHint"),
        required: false,
        maxLength: maxText,
        initial: "",
      },
    ],
  };
};

/** Minutes as people type them: `1:30`, `90 min`, `1.5 h`, with a minus in front to take time away. Null for any other text. */
export const minutesIn = (typed: string): number | null => {
  const [, sign = "", text = ""] = /^([-−]?)\s*(.*)$/u.exec(typed.trim().toLowerCase()) ?? [];
  const [, hours = "", minutes = ""] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  const length =
    hours === "" ? lengthFromWords(text) : { days: 0, ms: (Number(hours) * 60 + Number(minutes)) * minute };
  if (length === null || length.days > 0) return null;
  const count = Math.round(length.ms / minute);
  return count < 1 || count > mostMinutes ? null : sign === "" ? count : -count;
};

/** What was submitted. `today`: the day in the account's zone, which counts if no other is named. */
export const timeValues = (
  values: Readonly<Record<string, string>>,
  today: string,
  say: Say,
): Parsed<Omit<TimeCommand, "type">> => {
  const minutes = minutesIn(cleanLine(values["time"] ?? ""));
  const typedDay = cleanLine(values["day"] ?? "");
  const day = typedDay === "" ? today : parseDate(typedDay);
  if (minutes === null || day === null)
    return {
      ok: false,
      errors: {
        ...(minutes === null ? { time: say("error.timeSpent") } : {}),
        ...(day === null ? { day: say("error.timeDay") } : {}),
      },
    };
  const note = cleanText(values["note"] ?? "").trim();
  return { ok: true, value: { minutes, day, note: note === "" ? null : note } };
};
