import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { UnticketedEvent, UnticketedNotification } from "./messages.ts";

/** The event and the notification have no fields of their own. */
export const unticketed: StoredEvents<UnticketedEvent> & StoredNotifications<UnticketedNotification> = {
  events: { askingExplained: {} },
  notifications: { askingExplained: {} },
};
