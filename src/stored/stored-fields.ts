import type { z } from "zod";
import type { WholeSchema } from "./schema-of.ts";

/** The schema of one field. A field that may be missing has a schema that says so. */
type StoredField<Message, Field extends keyof Message> =
  Partial<Pick<Message, Field>> extends Pick<Message, Field>
    ? z.ZodExactOptional<WholeSchema<Exclude<Message[Field], undefined>>>
    : WholeSchema<Message[Field]>;

/** A schema for each field of a stored message, apart from what all messages of its kind have. */
export type StoredFields<Message> = {
  readonly [Field in Exclude<keyof Message, "type">]-?: StoredField<Message, Field>;
};

interface Message {
  readonly type: string;
}

/** The schemas of a feature's events, as they are stored. */
export interface StoredEvents<Event extends Message> {
  readonly events: { readonly [Type in Event["type"]]: StoredFields<Extract<Event, { readonly type: Type }>> };
}

/** The schemas of a feature's notifications, as they are stored. */
export interface StoredNotifications<Notification extends Message> {
  readonly notifications: {
    readonly [Type in Notification["type"]]: StoredFields<Extract<Notification, { readonly type: Type }>>;
  };
}
