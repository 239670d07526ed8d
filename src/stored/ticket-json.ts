import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import {
  scores,
  type BreachedTarget,
  type CallBack,
  type Escalation,
  type Inactivity,
  type Rating,
  type TicketLink,
} from "../tickets/ticket-records.ts";
import type { MessageAuthor } from "../tickets/thread/thread-message.ts";
import type {
  Conversation,
  LastCustomerMessage,
  PendingReply,
  Source,
  TechWork,
  TicketFields,
  UndeliveredMessage,
} from "../tickets/ticket.ts";
import { formatJson } from "./message-json.ts";
import {
  channelJson,
  copiedPersonJson,
  inChannel,
  messageKeyJson,
  personJson,
  placeJson,
  toPerson,
  userJson,
} from "./refs-json.ts";
import { calendarJson, clockKindJson, instantJson, slaTargetJson, targetTimeJson } from "./sla-json.ts";
import { isRecord, orNull, versionedJson, type Upgrade } from "./versioned-json.ts";

const conversationIn = <Shape extends z.core.$ZodShape>(place: Shape) =>
  z.discriminatedUnion("state", [
    z.strictObject({ ...place, state: z.literal("inFirstPlace") }),
    z.strictObject({ ...place, state: z.literal("moved"), insteadOf: placeJson }),
    z.strictObject({ ...place, state: z.literal("refused"), insteadOf: placeJson.nullable() }),
  ]);

export const conversationJson = versionedJson<Conversation>({
  name: "tickets.conversation",
  schema: schemaOf<Conversation>()(z.discriminatedUnion("kind", [conversationIn(inChannel), conversationIn(toPerson)])),
});

export const lastCustomerMessageJson = orNull(
  versionedJson<LastCustomerMessage>({
    name: "tickets.last_customer_message",
    schema: schemaOf<LastCustomerMessage>()(
      z.strictObject({
        message: messageKeyJson.nullable(),
        text: z.string(),
        cut: z.number(),
        format: formatJson,
        by: z.string(),
        at: instantJson,
      }),
    ),
  }),
);

export const writersJson = versionedJson<readonly MessageAuthor[]>({
  name: "tickets.writers",
  schema: schemaOf<readonly MessageAuthor[]>()(z.array(z.strictObject({ user: userJson, name: z.string() }))),
});

export const followersJson = versionedJson<TicketFields["followers"]>({
  name: "tickets.followers",
  schema: schemaOf<TicketFields["followers"]>()(z.array(z.strictObject({ user: userJson, name: z.string() }))),
});

export const copiedJson = versionedJson<TicketFields["copied"]>({
  name: "tickets.copied",
  schema: schemaOf<TicketFields["copied"]>()(z.array(copiedPersonJson)),
});

export const lastReplyInJson = versionedJson<TicketFields["lastReplyIn"]>({
  name: "tickets.last_reply_in",
  schema: schemaOf<TicketFields["lastReplyIn"]>()(z.record(channelJson, instantJson)),
});

export const sourceJson = schemaOf<Source>()(
  z.strictObject({
    channel: channelJson,
    message: z.string(),
    root: z.string(),
    how: z.enum(["picked", "mentioned", "reacted", "direct", "posted", "unanswered"]),
  }),
);

export const inactivityRecordJson = schemaOf<Inactivity>()(
  z.strictObject({
    since: instantJson,
    terms: z.strictObject({
      nudge: targetTimeJson.nullable(),
      close: targetTimeJson.nullable(),
      calendar: calendarJson,
    }),
    nudgeAt: instantJson.nullable(),
    closeAt: instantJson.nullable(),
    nudged: z.boolean(),
  }),
);

export const inactivityJson = orNull(
  versionedJson<Inactivity>({ name: "tickets.inactivity", schema: inactivityRecordJson }),
);

/** An object with these values for the keys that an older version left out. */
const withDefaults =
  (defaults: object): Upgrade =>
  (older) =>
    isRecord(older) ? { ...defaults, ...older } : older;

/** The same for each object of a list. */
const eachWithDefaults =
  (defaults: object): Upgrade =>
  (older) =>
    Array.isArray(older) ? older.map(withDefaults(defaults)) : older;

export const breachedTargetJson = schemaOf<BreachedTarget>()(
  z.strictObject({
    clock: clockKindJson,
    cycle: z.number(),
    due: instantJson,
  }),
);

const pageReceipt = z.strictObject({ person: z.string().nullable(), at: instantJson });

export const escalationRecordJson = schemaOf<Escalation>()(
  z.strictObject({
    at: instantJson,
    by: z.string(),
    why: z.string().nullable(),
    breached: breachedTargetJson.nullable(),
    notified: pageReceipt.nullable(),
  }),
);

export const escalationJson = orNull(
  versionedJson<Escalation>({ name: "tickets.escalation", schema: escalationRecordJson }),
);

export const callBackRecordJson = schemaOf<CallBack>()(
  z.strictObject({
    at: instantJson,
    by: z.string(),
    number: z.string(),
    time: z.string().nullable(),
    notified: pageReceipt.nullable(),
  }),
);

export const callBackJson = orNull(versionedJson<CallBack>({ name: "tickets.call_back", schema: callBackRecordJson }));

/** A rating whose answer has these values for the keys that an older version left out. */
const givenWithDefaults =
  (defaults: object): Upgrade =>
  (older) =>
    isRecord(older) ? { ...older, given: withDefaults(defaults)(older["given"]) } : older;

export const ratingJson = orNull(
  versionedJson<Rating>({
    name: "tickets.rating",
    schema: schemaOf<Rating>()(
      z.strictObject({
        askedAt: instantJson,
        given: z
          .strictObject({
            score: z.enum(scores),
            by: userJson,
            name: z.string(),
            at: instantJson,
            comment: z.string().nullable(),
            changes: z.number(),
          })
          .nullable(),
      }),
    ),
    // Version 2 counts no change as 0. Version 3 has a comment.
    upgrades: [givenWithDefaults({ changes: 0 }), givenWithDefaults({ comment: null })],
  }),
);

export const techJson = orNull(
  versionedJson<TechWork>({
    name: "tickets.tech",
    schema: schemaOf<TechWork>()(
      z.strictObject({
        need: z.string(),
        by: z.string(),
        at: instantJson,
        takenBy: z.string().nullable(),
        end: z.strictObject({ at: instantJson, how: z.enum(["returned", "done", "closed"]) }).nullable(),
      }),
    ),
  }),
);

export const requestersJson = z.array(z.strictObject({ user: userJson, name: z.string() }));

export const ticketLinkJson = schemaOf<TicketLink>()(
  z.strictObject({
    number: z.number(),
    how: z.enum(["linked", "mergedInto", "mergedFrom", "follows", "followedBy"]),
    requesters: requestersJson.exactOptional(),
  }),
);

export const linksJson = versionedJson<readonly TicketLink[]>({
  name: "tickets.links",
  schema: schemaOf<readonly TicketLink[]>()(z.array(ticketLinkJson)),
});

export const pendingRepliesJson = versionedJson<readonly PendingReply[]>({
  name: "tickets.pending_replies",
  schema: schemaOf<readonly PendingReply[]>()(
    z.array(
      z.strictObject({
        id: z.number(),
        text: z.string(),
        by: personJson,
        at: instantJson,
        until: instantJson,
        update: slaTargetJson.nullable(),
        setsWaiting: z.boolean(),
        unread: z.array(instantJson),
        audience: placeJson.nullable(),
        dueNamed: instantJson.nullable(),
      }),
    ),
  ),
  upgrades: [
    eachWithDefaults({ setsWaiting: false, unread: [] }),
    eachWithDefaults({ audience: null, dueNamed: null }),
  ],
});

export const undeliveredJson = versionedJson<readonly UndeliveredMessage[]>({
  name: "tickets.undelivered",
  schema: schemaOf<readonly UndeliveredMessage[]>()(
    z.array(z.strictObject({ id: z.number(), key: z.string(), certain: z.boolean(), audience: placeJson.nullable() })),
  ),
  upgrades: [eachWithDefaults({ certain: false }), eachWithDefaults({ audience: null })],
});
