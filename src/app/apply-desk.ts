import { lockDesk, readDesk, writeDesk } from "../db/desk-store.ts";
import type { Handle } from "../db/handle.ts";
import type { Instant } from "../domain/refs.ts";

/** What a desk file says, read against the document in force. */
type Reading<Fault> =
  | { readonly ok: true; readonly document: unknown; readonly changed: boolean }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export type Applied<Fault> =
  | { readonly ok: true; readonly version: number; readonly changed: boolean }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Puts a desk file in force. Changes only what it names; the same file twice is one change. Of two appliers at
 * once, the later one reads what the earlier one wrote.
 */
export const applyDesk = <Fault>(
  database: Handle,
  read: (current: unknown) => Reading<Fault>,
  at: Instant,
): Promise<Applied<Fault>> =>
  database.db.transaction(async (tx) => {
    await lockDesk(tx);
    const current = await readDesk(tx);
    const reading = read(current?.document ?? null);
    if (!reading.ok) return reading;
    if (current !== null && !reading.changed) return { ok: true, version: current.version, changed: false };
    return { ok: true, version: await writeDesk(tx, reading.document, at), changed: true };
  });
