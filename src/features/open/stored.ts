import { z } from "zod";
import { severities } from "../../sla/severity.ts";
import { clockChangesJson } from "../../stored/clock-changes-json.ts";
import { importedThread, recordedOpeningMessageJson } from "../../stored/message-json.ts";
import { channelJson, messageKeyJson, placeJson, userJson } from "../../stored/refs-json.ts";
import { sourceJson } from "../../stored/ticket-json.ts";
import { nullableJson, schemaOf } from "../../stored/schema-of.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import { ticketKinds } from "../../tickets/ticket-records.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { OpenEvent, OpenNotification } from "./messages.ts";

export const open: StoredEvents<OpenEvent> & StoredNotifications<OpenNotification> = {
  events: {
    opened: {
      number: z.number(),
      kind: z.enum(ticketKinds),
      title: z.string(),
      description: z.string(),
      severity: z.enum(severities),
      account: z.string().nullable(),
      requester: schemaOf<Ticket["requester"]>()(
        z.object({ user: userJson, name: z.string(), account: z.string().nullable() }),
      ),
      askedIn: channelJson,
      conversation: placeJson,
      source: sourceJson.nullable(),
      follows: z.number().nullable(),
      openingMessage: nullableJson(recordedOpeningMessageJson),
      clocks: clockChangesJson,
    },
    threadImported: importedThread,
  },
  notifications: { threadImported: { ...importedThread, message: messageKeyJson.nullable() } },
};
