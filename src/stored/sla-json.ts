import { z } from "zod";
import { weekdays, type Calendar, type Pause, type TargetTime } from "../sla/calendar.ts";
import type { Clock, SlaTarget } from "../sla/clock.ts";
import { allClockKinds } from "../sla/clock-kinds.ts";
import { recipientRoles, type Recipient } from "../sla/ladder-step.ts";
import { severities } from "../sla/severity.ts";
import { isRecord, versionedJson } from "./versioned-json.ts";

/** Milliseconds since 1970. */
export const instantJson = z.number();

const intervals = z.array(z.strictObject({ from: z.number(), to: z.number() }));

export const calendarJson: z.ZodType<Calendar> = z.discriminatedUnion("open", [
  z.strictObject({ name: z.string(), open: z.literal("always") }),
  z.strictObject({
    name: z.string(),
    open: z.literal("hours"),
    timezone: z.string(),
    hours: z.record(z.enum(weekdays), intervals),
    holidays: z.array(z.string()),
    exceptions: z.record(z.string(), intervals),
  }),
]);

export const targetTimeJson: z.ZodType<TargetTime> = z.strictObject({ days: z.number(), ms: z.number() });

export const clockKindJson = z.enum(allClockKinds);

const recipient: z.ZodType<Recipient> = z.union([
  z.enum(recipientRoles),
  z.strictObject({ person: z.string(), asked: z.literal(true).exactOptional() }),
]);

const targetStep = z.strictObject({
  percent: z.number(),
  left: z.number().nullable(),
  tell: z.array(recipient),
  email: z.array(recipient),
  mention: z.literal("triage").nullable(),
});

export const slaTargetJson: z.ZodType<SlaTarget> = z.strictObject({
  severity: z.enum(severities),
  time: targetTimeJson,
  calendar: calendarJson,
  ladder: z.array(targetStep),
  madeAt: instantJson,
  due: instantJson,
  breached: z.literal(true).exactOptional(),
});

const clock: z.ZodType<Clock> = z.strictObject({
  kind: clockKindJson,
  cycle: z.number(),
  startedAt: instantJson,
  target: slaTargetJson,
  earlier: z.array(slaTargetJson),
  end: z.strictObject({ at: instantJson, how: z.enum(["met", "breached", "cancelled"]) }).nullable(),
  fired: z.array(z.number()),
  acknowledged: z.strictObject({ by: z.string(), at: instantJson }).nullable(),
  snoozed: z.strictObject({ until: instantJson, by: z.string() }).nullable(),
});

/** Version 2 has `snoozed` instead of `snoozedUntil` and `snoozedBy`, of which one could be set without the other. */
const withSnoozed = (clocks: unknown): unknown =>
  Array.isArray(clocks)
    ? clocks.map((each: unknown) => {
        if (!isRecord(each)) return each;
        const { snoozedUntil: until = null, snoozedBy: by = null, ...rest } = each;
        return { ...rest, snoozed: until === null || by === null ? null : { until, by } };
      })
    : clocks;

export const clocksJson = versionedJson<readonly Clock[]>({
  name: "tickets.clocks",
  schema: z.array(clock),
  upgrades: [withSnoozed],
});

export const pausesJson = versionedJson<readonly Pause[]>({
  name: "tickets.pauses",
  schema: z.array(z.strictObject({ from: instantJson, to: instantJson.nullable() })),
});
