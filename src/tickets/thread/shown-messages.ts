import type { Notification } from "../effect.ts";
import { mostImportedShown } from "./imported-thread.ts";
import type { MessageKey } from "../refs.ts";

/** The messages whose current text the card of a notification shows. */
export const messagesShownBy = (notification: Notification): readonly MessageKey[] => {
  switch (notification.type) {
    case "customerMessage":
    case "messageChanged":
    case "openingChanged":
    case "publicDeleted":
    case "customerFile":
      return notification.message === undefined ? [] : [notification.message];
    case "threadImported":
      return notification.messages.slice(-mostImportedShown).flatMap(({ message }) => message ?? []);
    default:
      return [];
  }
};
