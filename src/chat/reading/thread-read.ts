import type { Instant } from "../../sla/instant.ts";
import type { Format } from "../../tickets/format.ts";
import type { FileRef } from "../../tickets/refs.ts";
import type { DeliveryFailure } from "../delivery.ts";
import type { ChatUser } from "../inbound-event.ts";

/** A message of a thread. */
export interface ReadMessage {
  readonly id: string;
  readonly at: Instant;
  readonly by: ChatUser;
  /** An app or bot wrote it. */
  readonly bot: boolean;
  readonly text: string;
  readonly format?: readonly Format[];
  readonly files?: readonly FileRef[];
}

/** A thread that was read from the platform, oldest message first. `root` may be the only message. */
export type ThreadRead =
  | { readonly ok: true; readonly root: string; readonly messages: readonly ReadMessage[]; readonly more: boolean }
  | { readonly ok: false; readonly failure: DeliveryFailure };

/** Where reading a thread begins: after a message that was read, or with what was written since a moment. */
export type ReadFrom = { readonly after: string } | { readonly since: Instant };

/** Reads the items one by one. The process can do other work between two of them, so many long messages do not block it. */
export const mapSequentially = async <T, R>(all: readonly T[], read: (each: T) => R): Promise<readonly R[]> => {
  const done: R[] = [];
  for (const each of all) {
    done.push(read(each));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
};
