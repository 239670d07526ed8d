import { z } from "zod";
import { severities } from "../../sla/severity.ts";
import { clockChangesJson, movedTargetsJson } from "../../stored/clock-changes-json.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { SeverityEvent, SeverityNotification } from "./messages.ts";

const change = { from: z.enum(severities), to: z.enum(severities) };

export const severity: StoredEvents<SeverityEvent> & StoredNotifications<SeverityNotification> = {
  events: {
    severitySet: { ...change, reason: z.string().nullable(), clocks: clockChangesJson },
    accountSet: { from: z.string().nullable(), to: z.string(), clocks: clockChangesJson },
    replanned: { clocks: clockChangesJson },
  },
  notifications: {
    severityChanged: { ...change, movedTargets: movedTargetsJson },
    targetsMoved: { movedTargets: movedTargetsJson },
    severityLowered: { ...change, reason: z.string(), by: z.string() },
  },
};
