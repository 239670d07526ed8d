import { z } from "zod";
import { alertKinds } from "../reports/goal-state.ts";
import type { StaffReport } from "../reports/staff-report.ts";
import { channelJson } from "./refs-json.ts";
import { schemaOf } from "./schema-of.ts";
import { clockKindJson, instantJson } from "./sla-json.ts";
import { versionedJson } from "./versioned-json.ts";

/** What a staff report is about. */
export const staffReportJson = versionedJson<StaffReport>({
  name: "staff_reports.about",
  schema: schemaOf<StaffReport>()(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.enum(["weekly", "statements"]), period: z.string(), plannedFor: instantJson }),
      z.object({
        kind: z.literal("goal"),
        alert: z.enum(alertKinds),
        account: z.string(),
        plan: z.string(),
        clock: clockKindJson,
        month: z.string(),
      }),
      z.object({ kind: z.literal("mails"), channel: channelJson, first: z.number() }),
      z.object({ kind: z.literal("unticketed"), channel: channelJson, unticketed: z.number() }),
      z.object({ kind: z.literal("welcome"), channel: channelJson }),
    ]),
  ),
});
