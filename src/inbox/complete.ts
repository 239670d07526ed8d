import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Desk } from "../desk/desk.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { requestContextOf } from "../requests/request-context.ts";
import { toIntent } from "../requests/to-intent.ts";
import { threadOf } from "../tickets/execute/thread-of.ts";
import { isRefusedForNow } from "../tickets/execute/within-limits.ts";
import { platformOf } from "../tickets/refs.ts";
import { sanitize } from "./receive.ts";

type Deps = Pick<WorkDeps, "database" | "ports">;

/** Whether the event names people, channels or files by their ids only. */
const isIncomplete = (inboundEvent: InboundEvent): boolean =>
  ("mentions" in inboundEvent && (inboundEvent.mentions ?? []).length > 0) ||
  ("files" in inboundEvent && (inboundEvent.files ?? []).some(({ unseen }) => unseen === true));

/** Whether nothing comes of a message: it is neither in a ticket's thread nor for the bot, or its author must wait. */
const isInVain = async (
  { database: { db } }: Deps,
  inboundEvent: Extract<InboundEvent, { kind: "message" | "edited" }>,
  desk: Desk,
): Promise<boolean> => {
  const intent = toIntent(inboundEvent, desk);
  if (intent.kind !== "threadMessage") return intent.kind === "nothing";
  if ((await threadOf(db, intent.root.channel, intent.root.id)) === null) return intent.otherwise === undefined;
  const { actor } = requestContextOf(inboundEvent, desk);
  return isRefusedForNow(db, { type: "receiveMessage", by: actor, at: inboundEvent.at }, desk);
};

/** Returns the event with names and details of files. The platform is asked only for events that something comes of. */
export const completeEvent = async (deps: Deps, received: InboundEvent, desk: Desk): Promise<InboundEvent> => {
  const { complete } = deps.ports.get(platformOf(received.channel)) ?? {};
  if (complete === undefined || !isIncomplete(received)) return received;
  const isMessage = received.kind === "message" || received.kind === "edited";
  // The names of people and files come from the platform only now, and may hold what Postgres does not store.
  return isMessage && (await isInVain(deps, received, desk)) ? received : sanitize(await complete(received));
};
