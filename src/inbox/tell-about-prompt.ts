import type { Card } from "../chat/card.ts";
import type { Delivery } from "../chat/delivery.ts";
import type { PromptRow } from "../db/prompt-store.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { platformOf } from "../tickets/refs.ts";

/**
 * Writes to the person who was asked, although they did not act now. The key keeps a repeat from arriving twice where the
 * platform can tell. Null if this process cannot write to the person's platform.
 */
export const tellAboutPrompt = async (
  { ports, log }: Pick<WorkDeps, "ports" | "log">,
  { id, byUser, about }: Pick<PromptRow, "id" | "byUser"> & { readonly about: string },
  card: Card,
): Promise<Delivery | null> => {
  const port = ports.get(platformOf(byUser));
  if (port === undefined) return null;
  const delivery = await port.tell(byUser, card, { key: `prompt ${id} ${about}` });
  if (!delivery.ok)
    log.warn({ prompt: id, failure: delivery.failure.kind, err: delivery.failure.why }, "prompt.untold");
  return delivery;
};
