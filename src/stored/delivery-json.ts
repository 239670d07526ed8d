import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import type { MessageRef } from "../chat/card.ts";
import type { Place } from "../tickets/refs.ts";
import type { HandedOver, OutboxTarget } from "../db/schema/rows.ts";
import { channelJson, placeJson, userJson } from "./refs-json.ts";
import { orNull, versionedJson } from "./versioned-json.ts";

const person = { person: z.string() };

export const outboxTargetJson = versionedJson<OutboxTarget>({
  name: "outbox.target",
  schema: schemaOf<OutboxTarget>()(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("card"), card: z.int() }),
      z.object({ kind: z.literal("person"), ...person }),
      z.object({ kind: z.literal("email"), ...person }),
      z.object({ kind: z.literal("contact"), user: userJson }),
      z.object({ kind: z.literal("nowhere") }),
    ]),
  ),
});

const messageRef = { channel: channelJson, id: z.string(), thread: z.string().exactOptional() };
export const messageRefJson = schemaOf<MessageRef>()(z.object(messageRef));

const refOf = (name: string) => orNull(versionedJson<MessageRef>({ name, schema: messageRefJson }));
export const outboxRefJson = refOf("outbox.ref");
export const cardRefJson = refOf("cards.ref");
export const staffReportRefJson = refOf("staff_reports.ref");

const place = z.union([userJson, channelJson]);
const handedOverOf = (name: string) =>
  orNull(
    versionedJson<HandedOver>({
      name,
      schema: schemaOf<HandedOver>()(
        z.object({
          next: place,
          failed: z.array(z.object({ at: place, why: z.string(), forStaff: z.string() })),
        }),
      ),
    }),
  );
export const handedOverJson = handedOverOf("outbox.handed_over");
export const handedOverOfReportJson = handedOverOf("staff_reports.handed_over");

/**
 * Where a card stands. A unique index compares whole values, so a new version also needs a migration that rewrites the
 * old ones.
 */
export const cardPlaceJson = versionedJson<Place>({ name: "cards.place", schema: placeJson });
