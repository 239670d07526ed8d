import type { Instant } from "../../sla/instant.ts";
import { lockDesk, readDesk, writeDesk, type DeskOrigin } from "../../db/desk-store.ts";
import { withdrawContacts } from "../../db/access/contact-store.ts";
import type { AddedContact } from "../contact.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";

/** The result of reading a desk file against the desk in force. */
type Reading<Fault> =
  | {
      readonly ok: true;
      readonly document: object;
      readonly former?: object;
      readonly changed: boolean;
      readonly losesAccess: (contact: AddedContact) => boolean;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type ReadableDesk<Read> = Extract<Read, { readonly ok: true }>;

/**
 * `reading` is the parsed file, so that the caller can say what it removes. `withdrawn`: the contacts whom the staff added
 * and who lost their access.
 */
export type Applied<Fault, Read> =
  | {
      readonly ok: true;
      readonly version: number;
      readonly changed: boolean;
      readonly reading: ReadableDesk<Read>;
      readonly withdrawn: readonly AddedContact[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Puts a desk file in force. Applying the same file twice changes nothing. If two processes apply at once, the second
 * one reads what the first one wrote.
 */
export const applyDesk = <Fault, Read extends Reading<Fault>>(
  database: DatabaseHandle,
  read: (current: unknown, former: unknown) => Read & Reading<Fault>,
  at: Instant,
  origin?: DeskOrigin,
): Promise<Applied<Fault, Read>> =>
  database.db.transaction(async (tx) => {
    await lockDesk(tx);
    const current = await readDesk(tx);
    const reading = read(current?.document ?? null, current?.former ?? null);
    if (!reading.ok) return reading;
    const right = reading as ReadableDesk<Read> & Extract<Reading<Fault>, { ok: true }>;
    if (current !== null && !right.changed)
      return { ok: true, version: current.version, changed: false, reading: right, withdrawn: [] };
    const version = await writeDesk(tx, right.document, at, {
      former: right.former ?? null,
      ...(origin === undefined ? {} : { origin }),
    });
    const withdrawn = await withdrawContacts(tx, right.losesAccess, at);
    return { ok: true, version, changed: true, reading: right, withdrawn };
  });
