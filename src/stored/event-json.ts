import { z } from "zod";
import { storedEvents, storedNotifications } from "../features/stored-messages.ts";
import type { SumOf } from "../tickets/messages.ts";
import type { Notification } from "../tickets/effect.ts";
import type { Event } from "../tickets/messages.ts";
import { actorJson } from "./refs-json.ts";
import { instantJson } from "./sla-json.ts";
import type { StoredSchema } from "./schema-of.ts";
import type { StoredEvents, StoredNotifications } from "./stored-fields.ts";
import { isRecord, versionedJson, type Upgrade } from "./versioned-json.ts";

/** The fields of every event and notification. One without a schema does not compile. */
const events: StoredEvents<SumOf<"event">>["events"] = storedEvents;
const notifications: StoredNotifications<Notification>["notifications"] = storedNotifications;

type Fields = Readonly<Record<string, z.ZodType>>;

/** The union of all messages, each with the fields of its type and those that all have. */
const anyOf = <Message>(all: Readonly<Record<string, Fields>>, shared: Fields): StoredSchema<Message> => {
  const [first, ...others] = Object.entries(all).map(([type, fields]) =>
    z.object({ type: z.literal(type), ...shared, ...fields }),
  );
  if (first === undefined) throw new Error("there is no message");
  // The tables above pair each type with the schemas of its own fields; the compiler cannot follow them to here.
  return z.discriminatedUnion("type", [first, ...others]) as z.ZodType as StoredSchema<Message>;
};

/** Ratings of version 1 had no comment. */
const withRatingComment: Upgrade = (older) =>
  isRecord(older) && older["type"] === "rated" ? { comment: null, ...older } : older;

export const eventJson = versionedJson<Event>({
  name: "events.body",
  schema: anyOf<Event>(events, { by: actorJson, at: instantJson }),
  upgrades: [withRatingComment],
});

export const notificationJson = versionedJson<Notification>({
  name: "outbox.message",
  schema: anyOf<Notification>(notifications, {}),
  upgrades: [withRatingComment],
});
