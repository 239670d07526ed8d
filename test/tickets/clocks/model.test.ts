import * as fc from "fast-check";
import { test } from "vitest";
import type { Calendar } from "../../../src/sla/calendar.ts";
import { always, calendarIn, daily, workdays } from "../../support/clocks/calendars.ts";
import { actions } from "./model-acts.ts";
import { begunIn, type Model } from "./model-desk.ts";
import type { ModelSeverity } from "./reference-clocks.ts";
import type { ModelWorld } from "./reference-time.ts";

const office = workdays("09:00-13:00", "14:00-18:00");
const world = (openedAt: string, calendar: Calendar): ModelWorld => ({ openedAt: Date.parse(openedAt), calendar });

/** Tickets opened shortly before a clock change, a holiday, or an ordinary day. */
const worlds: Readonly<Record<string, ModelWorld>> = {
  "office hours in UTC, with a holiday": world(
    "2026-01-12T09:30:00Z",
    calendarIn("UTC", { hours: office, holidays: ["2026-01-14"] }),
  ),
  "day and night": world("2026-03-27T09:30:00Z", always),
  "Madrid, when the clocks go forward": world(
    "2026-03-27T16:45:00Z",
    calendarIn("Europe/Madrid", {
      hours: { ...daily("00:30-02:15", "03:30-05:00", "09:00-14:00", "15:30-18:30"), sat: ["10:00-13:00"] },
      holidays: ["2026-04-03"],
      exceptions: { "2026-03-30": ["01:00-04:00"], "2026-04-05": ["10:00-11:00"] },
    }),
  ),
  "New York, when the clocks go back": world(
    "2026-10-30T20:15:00Z",
    calendarIn("America/New_York", { hours: daily("00:00-01:30", "02:30-03:00", "08:00-12:00", "13:00-24:00") }),
  ),
  "Kathmandu, forty-five minutes off": world("2026-05-06T03:10:00Z", calendarIn("Asia/Kathmandu", { hours: office })),
  "Lord Howe, where the clocks go back by thirty minutes": world(
    "2026-04-03T01:00:00Z",
    calendarIn("Australia/Lord_Howe", { hours: daily("00:00-01:45", "09:15-12:45", "14:00-17:30", "22:00-24:00") }),
  ),
  "Cairo, where a midnight is skipped": world(
    "2026-04-22T18:20:00Z",
    calendarIn("Africa/Cairo", { hours: daily("00:00-06:00", "10:00-16:00", "20:00-24:00") }),
  ),
  "Adelaide, thirty minutes off, nights only": world(
    "2026-10-02T10:00:00Z",
    calendarIn("Australia/Adelaide", { hours: { ...daily("00:00-06:00", "21:00-24:00"), wed: [] } }),
  ),
};

test.each(Object.entries(worlds))(
  "after any commands, a ticket's clocks equal those of the reference model: %s",
  (_, within) => {
    fc.assert(
      fc.property(
        fc.constantFrom<ModelSeverity>("high", "medium", "low"),
        fc.commands(actions, { maxCommands: 30, size: "max" }),
        (severity, commands) => {
          const model: Model = { world: within, acts: [], severity, now: within.openedAt };
          fc.modelRun(() => ({ model, real: begunIn(within, severity) }), commands);
        },
      ),
      { numRuns: 40 },
    );
  },
);
