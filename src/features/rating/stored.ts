import { z } from "zod";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import { scores } from "../../tickets/ticket-records.ts";
import type { RatingEvent, RatingNotification } from "./messages.ts";

const score = { score: z.enum(scores), before: z.enum(scores).nullable(), comment: z.string().nullable() };

export const rating: StoredEvents<RatingEvent> & StoredNotifications<RatingNotification> = {
  events: { rated: score },
  notifications: { rated: { ...score, by: z.string() }, ratingShown: {} },
};
