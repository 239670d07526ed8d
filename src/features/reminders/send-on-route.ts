import type { Audience, Effect, Notification } from "../../tickets/effect.ts";
import type { ReminderNotification } from "./messages.ts";
import type { NotificationRoute } from "../../tickets/routes/notification-route.ts";

const audienceOf = ({ to }: NotificationRoute): Audience => {
  switch (to.how) {
    case "direct":
      return { kind: "person", person: to.person };
    case "email":
      return { kind: "email", person: to.person };
    case "mention":
      return { kind: "internal" };
  }
};

/** Sends a notification to the notify target whose turn it is on its route. */
export const sendOnRoute = (route: NotificationRoute, message: Notification): Effect => ({
  type: "send",
  to: audienceOf(route),
  message,
});

export const sendReminder = (notice: ReminderNotification): Effect => sendOnRoute(notice, { type: "reminder", notice });
