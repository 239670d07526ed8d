import { z } from "zod";
import { listJson, nullableJson, schemaOf } from "../../stored/schema-of.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import { clockChangesJson } from "../../stored/clock-changes-json.ts";
import { instantJson } from "../../stored/sla-json.ts";
import { pageJson } from "../../stored/routes-json.ts";
import { severities } from "../../sla/severity.ts";
import { callBackRecordJson, escalationRecordJson, requestersJson, ticketLinkJson } from "../../stored/ticket-json.ts";
import type { LinkEvent, LinkNotification, Takeover } from "./messages.ts";

export const ticketLinks: StoredEvents<LinkEvent> & StoredNotifications<LinkNotification> = {
  events: {
    merged: { into: z.number(), severity: z.enum(severities).nullable() },
    linkAdded: {
      number: z.number(),
      how: z.enum(["linked", "mergedFrom", "followedBy"]),
      carried: nullableJson(
        schemaOf<Takeover>()(
          z.object({
            waitsSince: instantJson.nullable(),
            clocks: clockChangesJson,
            callBack: callBackRecordJson.nullable(),
            escalation: escalationRecordJson.nullable(),
            requesters: requestersJson,
            page: listJson(pageJson),
          }),
        ),
      ),
    },
  },
  notifications: {
    continuesIn: { to: z.number(), why: z.enum(["merged", "closed"]), severity: z.enum(severities).nullable() },
    linkAdded: { link: ticketLinkJson, by: z.string() },
  },
};
