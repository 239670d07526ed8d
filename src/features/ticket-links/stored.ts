import { z } from "zod";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import { ticketLinkJson } from "../../stored/ticket-json.ts";
import type { LinkEvent, LinkNotification } from "./messages.ts";

export const ticketLinks: StoredEvents<LinkEvent> & StoredNotifications<LinkNotification> = {
  events: {
    merged: { into: z.number() },
    linkAdded: { number: z.number(), how: z.enum(["linked", "mergedFrom", "followedBy"]) },
  },
  notifications: {
    continuesIn: { to: z.number(), why: z.enum(["merged", "closed"]) },
    linkAdded: { link: ticketLinkJson, by: z.string() },
  },
};
