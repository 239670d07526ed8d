import type { UpdateTime } from "../../tickets/ticket-records.ts";
import { type Instant, hour } from "../../sla/instant.ts";
import { noUpdate, updateHours } from "./update-fields.ts";
import type { Say } from "../../i18n/say.ts";
import { cleanLine } from "../../requests/clean-text.ts";
import { parseDate, parseMinute } from "../../requests/typed-time.ts";
import type { Parsed } from "../../requests/submitted-values.ts";

const wallTime = (text: string): UpdateTime | null => {
  const [first = "", second, ...more] = text.split(" ");
  const date = second === undefined ? null : parseDate(first);
  const minute = parseMinute(second ?? first);
  return minute === null || more.length > 0 || (second !== undefined && date === null)
    ? null
    : { by: "wall", date, minute };
};

/** The promised time: a typed time, else one of the choices. */
export const updateValues = (values: Readonly<Record<string, string>>, at: Instant, say: Say): Parsed<UpdateTime> => {
  const typed = cleanLine(values["time"] ?? "");
  if (typed !== "") {
    const value = wallTime(typed);
    return value === null ? { ok: false, errors: { time: say("error.timeUnclear") } } : { ok: true, value };
  }
  if (values["when"] === "tomorrow") return { ok: true, value: { by: "nextWorkingDay" } };
  const hours = updateHours.find((each) => String(each) === values["when"]);
  if (hours !== undefined) return { ok: true, value: { by: "instant", at: at + hours * hour } };
  return { ok: false, errors: { [values["when"] === "other" ? "time" : "when"]: say("error.timeMissing") } };
};

/** The update that is promised with a reply; null if none. */
export const updateTimeValues = (
  values: Readonly<Record<string, string>>,
  at: Instant,
  say: Say,
): Parsed<UpdateTime | null> =>
  cleanLine(values["time"] ?? "") === "" && [undefined, "", noUpdate].includes(values["when"])
    ? { ok: true, value: null }
    : updateValues(values, at, say);
