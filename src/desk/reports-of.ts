import { z } from "zod";
import type { ReportSettings } from "./desk.ts";
import { expects } from "./expectation.ts";
import { parseTimeOfDay, parseTimeOfWeek } from "./opening-hours.ts";
import { strict } from "./shapes.ts";

const orNever = (expected: string, parse: (text: string) => unknown) =>
  z.string(expected).refine((each) => each === "never" || parse(each) !== null, expected);

/** The reports that come by themselves, as the desk file writes them. */
export const reports = strict({
  weekly: orNever(expects("timeOfWeekOrNever"), parseTimeOfWeek).optional(),
  statements: orNever(expects("timeOfDayOrNever"), parseTimeOfDay).optional(),
  alerts: z.boolean(expects("yesOrNo")).optional(),
});

type Written = z.output<typeof reports>;

/** Reports come at the beginning of the working day, the digest on the first one of the week. */
const builtIn = {
  weekly: "mon 08:00",
  statements: "08:00",
  // A goal that is missed by surprise is worse than one message too many.
  alerts: true,
} as const satisfies Written;

/** What the desk file says of reports, with defaults. A time is one of the person's own zone, so it needs no zone here. */
export const reportsOf = ({
  weekly = builtIn.weekly,
  statements = builtIn.statements,
  alerts = builtIn.alerts,
}: Written = {}): ReportSettings => ({
  weekly: weekly === "never" ? null : parseTimeOfWeek(weekly),
  statements: statements === "never" ? null : parseTimeOfDay(statements),
  alerts,
});
