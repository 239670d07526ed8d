import { z } from "zod";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { KnowledgeEvent, KnowledgeNotification } from "./messages.ts";

const articlesOffered = { titles: z.array(z.string()) };

export const knowledge: StoredEvents<KnowledgeEvent> & StoredNotifications<KnowledgeNotification> = {
  events: { articlesOffered },
  notifications: { articlesOffered },
};
