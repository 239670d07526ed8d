import type { Desk } from "../../desk/desk.ts";
import { maxPhoneTime } from "../../chat/form.ts";
import type { Say } from "../../i18n/say.ts";
import { cleanLine } from "../../requests/clean-text.ts";
import { ticketValues } from "../../requests/submitted-values.ts";

/** The values of `/ticket consulting`. The preferred time is added below the description. */
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
