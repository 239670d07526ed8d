import { z } from "zod";
import { channelJson } from "../../stored/refs-json.ts";
import type { StoredNotifications } from "../../stored/stored-fields.ts";
import type { CardNotification } from "./messages.ts";

export const ticketCards: StoredNotifications<CardNotification> = {
  notifications: { cardMoved: { to: z.array(channelJson) } },
};
