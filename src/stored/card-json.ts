import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import type { Button, Card, CardPart, MessageRef, Span } from "../chat/card.ts";
import { severities } from "../sla/severity.ts";
import { formatJson } from "./message-json.ts";
import { channelJson, userJson } from "./refs-json.ts";
import { instantJson } from "./sla-json.ts";
import { versionedJson } from "./versioned-json.ts";

const messageRef = schemaOf<MessageRef>()(
  z.object({
    channel: channelJson,
    id: z.string(),
    thread: z.string().exactOptional(),
  }),
);

const span = schemaOf<Span>()(
  z.discriminatedUnion("t", [
    z.object({
      t: z.literal("text"),
      text: z.string(),
      strong: z.boolean().exactOptional(),
      faint: z.boolean().exactOptional(),
      open: messageRef.exactOptional(),
    }),
    z.object({ t: z.literal("time"), at: instantJson, show: z.enum(["moment", "left", "both"]) }),
    z.object({ t: z.literal("person"), user: userJson, name: z.string(), ring: z.boolean() }),
    z.object({ t: z.literal("channel"), channel: channelJson }),
    z.object({ t: z.literal("link"), url: z.string(), label: z.string() }),
  ]),
);
const line = z.array(span);

const pressed = [z.object({ action: z.string() }), z.object({ open: messageRef })] as const;
const looks = z.object({
  label: z.string(),
  style: z.enum(["primary", "danger"]).exactOptional(),
  chosen: z.boolean().exactOptional(),
  carries: z.string().exactOptional(),
  confirm: z.object({ title: z.string(), text: z.string(), yes: z.string(), no: z.string() }).exactOptional(),
});
const button = schemaOf<Button>()(z.union([pressed[0].extend(looks.shape), pressed[1].extend(looks.shape)]));
const menuItem = z.union([pressed[0].extend({ label: z.string() }), pressed[1].extend({ label: z.string() })]);

const part = schemaOf<CardPart>()(
  z.discriminatedUnion("part", [
    z.object({ part: z.literal("heading"), text: z.string() }),
    z.object({ part: z.literal("facts"), facts: z.array(z.object({ label: z.string(), value: line })) }),
    z.object({ part: z.literal("text"), lines: z.array(line) }),
    z.object({ part: z.literal("quote"), text: z.string(), format: formatJson.exactOptional() }),
    z.object({ part: z.literal("small"), line }),
    z.object({ part: z.literal("divider") }),
    z.object({
      part: z.literal("buttons"),
      label: z.string(),
      buttons: z.array(button),
      menu: z.object({ label: z.string(), items: z.array(menuItem) }).exactOptional(),
    }),
  ]),
);

const card = schemaOf<Card>()(
  z.object({
    summary: z.string(),
    severity: z.enum(severities).exactOptional(),
    parts: z.array(part),
  }),
);

/** A card that the client area shows. */
export const areaCardJson = versionedJson<Card>({ name: "area_messages.card", schema: card });

/** The private answer to what a person did on a page. */
export const answerCardJson = versionedJson<Card>({ name: "web_answers.card", schema: card });
