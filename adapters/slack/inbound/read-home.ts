import { z } from "zod";
import type { HomeRequest } from "../../../src/chat/home.ts";

const id = z.string().min(1).max(64);
const hash = z.string().max(200).nullish().catch(null);

const openedSchema = z.object({
  event: z.object({
    type: z.literal("app_home_opened"),
    /** People who open the messages of the bot send the event, too. */
    tab: z.literal("home"),
    user: id,
    channel: id,
    view: z.object({ hash }).nullish().catch(null),
  }),
});

/** Reads that a person opened their home; null for other events, and for the other tab. */
export const readHomeOpened = (body: unknown): HomeRequest | null => {
  const { data } = openedSchema.safeParse(body);
  if (data === undefined) return null;
  const { user, channel, view } = data.event;
  return { by: { user: `slack:${user}`, name: user }, channel: `slack:${channel}`, shown: view?.hash ?? null };
};

const homeMetadata = z.object({ channel: id, home: z.literal(true) });

const viewSchema = z.object({ view: z.object({ type: z.literal("home"), private_metadata: z.string(), hash }) });

/** The direct conversation behind a home in a payload, and what the home shows; null if the payload is not from a home. */
export const homeIn = (body: unknown): { readonly channel: string; readonly shown: string | null } | null => {
  const { data } = viewSchema.safeParse(body);
  const channel = data === undefined ? null : homeOf(data.view.private_metadata);
  return data === undefined || channel === null ? null : { channel, shown: data.view.hash ?? null };
};

/** What a home, or a form that was opened from it, keeps: the direct conversation with the person. */
export const metadataOfHome = (channel: string): string => JSON.stringify({ channel, home: true });

/** The direct conversation that this keeps; null if it was not opened from a home. */
export const homeOf = (metadata: string): string | null => {
  try {
    return homeMetadata.parse(JSON.parse(metadata)).channel;
  } catch {
    return null;
  }
};
