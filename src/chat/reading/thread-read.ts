import type { Instant } from "../../sla/instant.ts";
import type { Format } from "../../tickets/format.ts";
import type { FileRef } from "../../tickets/refs.ts";
import type { DeliveryFailure } from "../delivery.ts";
import type { ChatUser } from "../inbound-event.ts";

/** A message as it is read back. */
export interface ReadMessage {
  readonly id: string;
  readonly at: Instant;
  readonly by: ChatUser;
  /** Not written by a person. */
  readonly bot: boolean;
  readonly text: string;
  readonly format?: readonly Format[] | undefined;
  readonly files?: readonly FileRef[] | undefined;
}

/** A thread as it was read back, oldest first: `root` is its first message, which may be the only one. */
export type ThreadRead =
  | { readonly ok: true; readonly root: string; readonly messages: readonly ReadMessage[]; readonly more: boolean }
  | { readonly ok: false; readonly failure: DeliveryFailure };
