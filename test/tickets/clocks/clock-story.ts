import type { Desk } from "../../../src/desk/desk.ts";
import type { ClockKind } from "../../../src/sla/clock-kinds.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";

export const { carla, oliver, sam, luis, clock } = cast;

export const reply = { type: "reply", text: "We look into it.", alreadyPosted: false } as const;
export const hear = (after: number) =>
  ({ type: "receiveMessage", text: "Any news?", wroteAt: monday + after * minutes }) as const;

export const clocksOf = (story: Story, kind: ClockKind): readonly Clock[] =>
  ticketOf(story).sla.clocks.filter((each) => each.kind === kind);
export const latest = (story: Story, kind: ClockKind): Clock => {
  const found = clocksOf(story, kind).at(-1);
  if (found === undefined) throw new Error(`no ${kind} clock`);
  return found;
};

/** Start, due and end of each clock of a kind, in minutes since Monday ten o'clock. */
export const clockSpans = (story: Story, kind: ClockKind): readonly string[] =>
  clocksOf(story, kind).map(({ cycle, startedAt, target: promise, end }) =>
    [
      cycle,
      (startedAt - monday) / minutes,
      (promise.due - monday) / minutes,
      end === null ? "runs" : `${end.how} ${(end.at - monday) / minutes}`,
    ].join(" "),
  );

export const desk = promisingDesk;
export const open = (severity: "critical" | "high" | "medium" | "low" = "high", of: Desk = desk): Story =>
  given(of).when(carla, opening(severity));

/** In office hours of Madrid: Monday ten is an hour after opening. */
export const atOffice = (severity: "critical" | "high" | "medium" | "low" = "high"): Story =>
  given(desk).when(oliver, opening(severity, "slack:C0NORTH"));
