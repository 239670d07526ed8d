import { type Instant, parseInstant, day } from "../../sla/instant.ts";
import { z } from "zod";
import type { Calendar, CountedSpan, Pause } from "../../sla/calendar.ts";
import type { Desk } from "../desk.ts";

import { countedSpans, dueWithPauses } from "../../sla/working-time.ts";
import { visibleLine } from "../../text/shown-text.ts";
import { shownValue } from "../findings.ts";
import { durationText, parseDuration } from "../duration.ts";
import { valueAt } from "../locate.ts";

/** The answer to one question: the due time or the elapsed time with the counted spans, or an error. */
type WhatIf =
  | { readonly due: string; readonly why: readonly Span[] }
  | { readonly elapsed: string; readonly why: readonly Span[] }
  | { readonly error: string };

/** A counted span, in UTC. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** A text that `parse` understands; it returns null for others. */
const meaning = <Meant>(parse: (text: string) => Meant | null, expected: string) =>
  z.string(expected).transform((text, context): Meant => {
    const meant = parse(text);
    if (meant !== null) return meant;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });

const instant = meaning(parseInstant, "a moment with its offset, to the millisecond, such as 2026-01-09T16:30:00Z");
const target = meaning(parseDuration, "an ISO 8601 duration from PT5S to P3660D, such as PT30M or P1D");

const pauseExpected = "a pause such as [from, to], its end not before its beginning";
const pause = z
  .tuple([instant, instant], pauseExpected)
  .refine(([from, to]) => from <= to, pauseExpected)
  .transform(([from, to]): Pause => ({ from, to }));

const keys = "calendar, start, target or end, pauses";
const question = z.strictObject(
  {
    calendar: z.string("the name of a calendar"),
    start: instant,
    target: target.optional(),
    end: instant.optional(),
    pauses: z.array(pause, "a list of pauses").default([]),
  },
  { error: (issue) => (issue.code === "unrecognized_keys" ? `one of the keys ${keys}` : `an object with ${keys}`) },
);

/** Answers one question, a JSON object as text: what would be due when, and why. Never throws. */
export const answerWhatIf = (desk: Desk, line: string): WhatIf => {
  const asked = parsed(line);
  if (!asked.ok) return { error: asked.error };
  const { calendar: name, start, target: given, end, pauses } = asked.question;
  const calendar = Object.hasOwn(desk.calendars, name) ? desk.calendars[name] : undefined;
  if (calendar === undefined)
    return { error: fault(["calendar"], name, `one of ${Object.keys(desk.calendars).join(", ")}`) };
  if ((given === undefined) === (end === undefined)) return { error: fault([], {}, "either a target or an end") };
  const far = tooFar(asked.question);
  if (far !== null) return { error: far };
  if (end !== undefined)
    return end < start
      ? { error: fault(["end"], moment(end), "a moment not before the start") }
      : {
          elapsed: durationText(sum(countedSpans(calendar, start, end, pauses))),
          why: why(calendar, start, end, pauses),
        };
  try {
    const due = dueWithPauses(calendar, start, given ?? { days: 0, ms: 0 }, pauses);
    return { due: moment(due), why: why(calendar, start, due, pauses) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

/** Counting day by day needs a limit: as far as any target reaches. */
const horizon = 60 * 366 * day;
/** Time zone data is reliable in these years, and questions are about the present. */
const [earliest, latest] = [Date.UTC(1966), Date.UTC(2086)];

/** The error for moments that are too far away; null if none is. */
const tooFar = ({ start, end, pauses }: z.output<typeof question>): string | null => {
  if (start < earliest || start >= latest) return fault(["start"], moment(start), "a moment from 1966 to 2085");
  const later = [
    ...(end === undefined ? [] : [{ path: ["end"], at: end }]),
    ...pauses.flatMap(({ to }, index) => (to === null ? [] : [{ path: ["pauses", index, 1], at: to }])),
  ].find(({ at }) => at > start + horizon);
  return later === undefined ? null : fault(later.path, moment(later.at), "a moment within 60 years of the start");
};

type Asked =
  | { readonly ok: true; readonly question: z.output<typeof question> }
  | { readonly ok: false; readonly error: string };

const parsed = (line: string): Asked => {
  let written: unknown;
  try {
    written = JSON.parse(line);
  } catch {
    return { ok: false, error: `the line is not JSON: expected an object with ${keys}.` };
  }
  const reading = question.safeParse(written);
  if (reading.success) return { ok: true, question: reading.data };
  const faults = reading.error.issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== "symbol");
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
    return paths.map((each) => fault(each, valueAt(written, each), issue.message));
  });
  return { ok: false, error: faults.join(" ") };
};

/** The kind of a value, or the value itself. */
const quoted = (value: unknown): string => {
  const shown = shownValue(value);
  switch (shown?.is) {
    case "written":
      return shown.text;
    case "emptyList":
      return "an empty list";
    case "list":
    case "mapping":
      return `a ${shown.is}`;
    default:
      return "empty";
  }
};

const fault = (path: readonly (string | number)[], value: unknown, expected: string): string => {
  const place = path.length === 0 ? "the line" : path.join(".");
  const isUnset = path.length > 0 && value === undefined;
  return visibleLine(`${place} is ${isUnset ? "not set" : quoted(value)}: expected ${expected}.`);
};

const moment = (at: Instant): string => new Date(at).toISOString();

const sum = (spans: readonly CountedSpan[]): number => spans.reduce((total, span) => total + span.to - span.from, 0);

const why = (calendar: Calendar, from: Instant, to: Instant, pauses: readonly Pause[]): readonly Span[] =>
  countedSpans(calendar, from, to, pauses).map((span) => ({ from: moment(span.from), to: moment(span.to) }));
