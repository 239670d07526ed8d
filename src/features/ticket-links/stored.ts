import { z } from "zod";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import { clockChangesJson } from "../../stored/clock-changes-json.ts";
import { instantJson } from "../../stored/sla-json.ts";
import { ticketLinkJson } from "../../stored/ticket-json.ts";
import type { LinkEvent, LinkNotification } from "./messages.ts";

export const ticketLinks: StoredEvents<LinkEvent> & StoredNotifications<LinkNotification> = {
  events: {
    merged: { into: z.number() },
    linkAdded: {
      number: z.number(),
      how: z.enum(["linked", "mergedFrom", "followedBy"]),
      waits: z.object({ since: instantJson, clocks: clockChangesJson }).exactOptional(),
    },
  },
  notifications: {
    continuesIn: { to: z.number(), why: z.enum(["merged", "closed"]) },
    linkAdded: { link: ticketLinkJson, by: z.string() },
  },
};
