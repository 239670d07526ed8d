import type { ReportSettings } from "./desk.ts";
import { parseTimeOfWeek } from "./opening-hours.ts";
import type { DeskDocument } from "./schema.ts";

type Written = NonNullable<DeskDocument["reports"]>;

/** Reports come at the beginning of the working day, the digest on the first one of the week. */
const builtIn = { weekly: "mon 08:00" } as const satisfies Written;

/**
 * What the desk file says of reports, with defaults. A time is one of the person's own zone, so it needs no zone here.
 */
export const reportsOf = (written: Written = {}): ReportSettings => {
  const { weekly = builtIn.weekly } = written;
  return {
    weekly: weekly === "never" ? null : parseTimeOfWeek(weekly),
    statements: null,
    alerts: true,
  };
};
