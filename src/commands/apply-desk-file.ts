import { readDesk, writeDesk } from "../db/desk-store.ts";
import type { Handle } from "../db/handle.ts";
import type { DeskFault } from "../desk/desk-fault.ts";
import { readDeskFile } from "../desk/read-desk-file.ts";
import type { Instant } from "../domain/refs.ts";

export type DeskApplication =
  | { readonly ok: true; readonly version: number; readonly changed: boolean }
  | { readonly ok: false; readonly faults: readonly DeskFault[] };

/** Puts a desk file in force, on top of what is in force already; nothing happens where it changes nothing. */
export const applyDeskFile = (database: Handle, text: string, at: Instant): Promise<DeskApplication> =>
  database.db.transaction(async (tx) => {
    const current = await readDesk(tx);
    const reading = readDeskFile(text, current?.document ?? null);
    if (!reading.ok) return reading;
    if (current !== null && !reading.changed) return { ok: true, version: current.version, changed: false };
    return { ok: true, version: await writeDesk(tx, reading.document, at), changed: true };
  });
