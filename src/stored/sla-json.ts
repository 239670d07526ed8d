import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import { weekdays, type Calendar, type TargetTime } from "../sla/calendar.ts";
import { breachCauses, clockEnds, type Clock, type SlaTarget } from "../sla/clock.ts";
import { allClockKinds } from "../sla/clock-kinds.ts";
import { recipientRoles, type Recipient } from "../sla/ladder-step.ts";
import { severities } from "../sla/severity.ts";
import { versionedJson } from "./versioned-json.ts";

/** Milliseconds since 1970. */
export const instantJson = z.number();

const intervals = z.array(z.strictObject({ from: z.number(), to: z.number() }));

export const calendarJson = schemaOf<Calendar>()(
  z.discriminatedUnion("open", [
    z.strictObject({ name: z.string(), open: z.literal("always") }),
    z.strictObject({
      name: z.string(),
      open: z.literal("hours"),
      timezone: z.string(),
      hours: z.record(z.enum(weekdays), intervals),
      holidays: z.array(z.string()),
      exceptions: z.record(z.string(), intervals),
    }),
  ]),
);

export const targetTimeJson = schemaOf<TargetTime>()(z.strictObject({ days: z.number(), ms: z.number() }));

export const clockKindJson = z.enum(allClockKinds);

const recipient = schemaOf<Recipient>()(
  z.union([z.enum(recipientRoles), z.strictObject({ person: z.string(), asked: z.literal(true).exactOptional() })]),
);

const scheduledStep = z.strictObject({
  percent: z.number(),
  left: z.number().nullable(),
  tell: z.array(recipient),
  email: z.array(recipient),
  mention: z.literal("triage").nullable(),
  at: instantJson,
});

export const slaTargetJson = schemaOf<SlaTarget>()(
  z.strictObject({
    severity: z.enum(severities),
    time: targetTimeJson,
    calendar: calendarJson,
    ladder: z.array(scheduledStep),
    madeAt: instantJson,
    due: instantJson,
    total: z.number(),
    pausedLate: z.number(),
    breached: z.literal(true).exactOptional(),
    contract: z.strictObject({ plan: z.string(), manager: z.string().nullable() }).exactOptional(),
  }),
);

const clock = schemaOf<Clock>()(
  z.strictObject({
    kind: clockKindJson,
    cycle: z.number(),
    startedAt: instantJson,
    target: slaTargetJson,
    earlier: z.array(slaTargetJson),
    end: z.strictObject({ at: instantJson, how: z.enum(clockEnds) }).nullable(),
    fired: z.array(z.number()),
    acknowledged: z.strictObject({ by: z.string(), at: instantJson }).nullable(),
    snoozed: z.strictObject({ until: instantJson, by: z.string(), counted: z.number() }).nullable(),
    breachCause: z.enum(breachCauses).exactOptional(),
    waited: z.number().exactOptional(),
    undelivered: z.literal(true).exactOptional(),
  }),
);

export const clocksJson = versionedJson<readonly Clock[]>({
  name: "tickets.clocks",
  schema: schemaOf<readonly Clock[]>()(z.array(clock)),
});
