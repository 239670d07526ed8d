import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import type { ClockChanges, MovedTarget } from "../tickets/clocks/changed-clocks.ts";
import { allClockKinds, clockKinds } from "../sla/clock-kinds.ts";
import { clockKindJson, instantJson, slaTargetJson } from "./sla-json.ts";

const countedTarget = { since: instantJson, target: slaTargetJson };

export const clockChangesJson = schemaOf<ClockChanges>()(
  z.object({
    started: z.array(z.object({ ...countedTarget, kind: clockKindJson })),
    retargeted: z.partialRecord(z.enum(allClockKinds), slaTargetJson.nullable()),
    moved: z.partialRecord(z.enum(allClockKinds), z.object(countedTarget)),
  }),
);

export const movedTargetsJson = schemaOf<readonly MovedTarget[]>()(
  z.array(
    z.object({
      clock: z.enum(clockKinds),
      before: instantJson.nullable(),
      due: instantJson.nullable(),
    }),
  ),
);
