import type { Desk } from "../domain/desk.ts";
import { maxPhoneTime } from "../views/form-limits.ts";
import type { Say } from "../views/words/say.ts";
import { cleanLine } from "./clean-text.ts";
import { ticketValues } from "./submitted-values.ts";

/** The form behind `/ticket consulting`: when somebody would like to talk stands below what they want. */
export const consultingValues = (
  values: Readonly<Record<string, string>>,
  desk: Desk,
  asksAccount: boolean,
  say: Say,
): ReturnType<typeof ticketValues> => {
  const parsed = ticketValues({ ...values, severity: "low" }, desk, asksAccount, say);
  const time = cleanLine(values["time"] ?? "").slice(0, maxPhoneTime);
  if (!parsed.ok || time === "") return parsed;
  const { description } = parsed.value;
  return {
    ok: true,
    value: { ...parsed.value, description: `${description}\n\n${say("form.consultingTimeIs", { time })}` },
  };
};
