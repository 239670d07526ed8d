import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import { severities } from "../sla/severity.ts";
import type { Prompt } from "../db/schema/rows.ts";
import { ticketKinds } from "../tickets/ticket-records.ts";
import { importedThread, openingMessageJson } from "./message-json.ts";
import { actorJson, channelJson, userJson } from "./refs-json.ts";
import type { ImportedThread } from "../tickets/thread/imported-thread.ts";
import { instantJson } from "./sla-json.ts";
import type { StoredFields } from "./stored-fields.ts";
import { sourceJson } from "./ticket-json.ts";
import { versionedJson } from "./versioned-json.ts";

type Opening = Extract<Prompt, { kind: "articles" }>["command"];

/** What the form asked for. The ticket opens later, with an article or without. */
const opening: StoredFields<Opening> = {
  by: actorJson,
  at: instantJson,
  kind: z.enum(ticketKinds).exactOptional(),
  title: z.string(),
  description: z.string(),
  severity: z.enum(severities),
  contact: z.object({ user: userJson, name: z.string() }).exactOptional(),
  account: z.string().exactOptional(),
  askedIn: channelJson,
  follows: z.number().exactOptional(),
  isPrivate: z.literal(true).exactOptional(),
  source: sourceJson.exactOptional(),
  unlessTaken: z.literal(true).exactOptional(),
  author: z.object({ user: userJson, name: z.string() }).exactOptional(),
  openingMessage: openingMessageJson.exactOptional(),
  filesLeft: z.object({ count: z.number(), bytes: z.number() }).exactOptional(),
  earlier: schemaOf<ImportedThread>()(z.object(importedThread)).exactOptional(),
  facts: z.record(z.string(), z.string()).exactOptional(),
  offeredArticles: z.array(z.string()).exactOptional(),
};

export const promptJson = versionedJson<Prompt>({
  name: "prompts.about",
  schema: schemaOf<Prompt>()(
    z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("articles"),
        command: z.object({ type: z.literal("open"), ...opening }),
        articles: z.array(z.object({ title: z.string(), url: z.string() })),
      }),
      z.object({ kind: z.literal("whichTicket"), number: z.number() }),
    ]),
  ),
});
