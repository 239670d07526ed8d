import type { Instant } from "../../sla/instant.ts";
import { lockDesk, readDesk, writeDesk, type DeskOrigin } from "../../db/desk-store.ts";
import { endAccessOfFormerStaff } from "../../db/access/access-store.ts";
import { withdrawContacts } from "../../db/access/contact-store.ts";
import { forgetChoicesOf } from "../../db/staff-store.ts";
import { withLeft, type Former, type LeftEntries } from "../../desk/former.ts";
import type { LeavingContacts, SortsContacts } from "../contact.ts";
import type { UserRef } from "../refs.ts";
import type { DatabaseHandle, Tx } from "../../db/connection/handle.ts";

/** What a right desk says of itself and of the people who lose their access with it. */
interface RightReading {
  readonly document: object;
  readonly former?: Former;
  readonly sortsContacts: SortsContacts;
  /** The identities of staff that the desk no longer names. */
  readonly formerStaff: readonly UserRef[];
  readonly removed: LeftEntries;
}

/** The result of reading a desk file against the desk in force. */
type Reading<Fault> =
  | (RightReading & { readonly ok: true; readonly changed: boolean })
  | { readonly ok: false; readonly faults: readonly Fault[] };

type ReadableDesk<Read> = Extract<Read, { readonly ok: true }>;

/**
 * `reading` is the parsed file, so that the caller can say what it removes. `contacts`: the contacts whom the staff added
 * and who lost their access, and those who kept it although the person who added them left.
 */
export type Applied<Fault, Read> =
  | {
      readonly ok: true;
      readonly version: number;
      readonly changed: boolean;
      readonly reading: ReadableDesk<Read>;
      readonly contacts: LeavingContacts;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Stores a desk as the next version. In the same transaction the contacts and staff whom it removes lose their access for
 * good, with their sessions and links. Every way to change the desk ends here. The lock of the desk must be held.
 */
export const putInForce = async (
  tx: Tx,
  { document, former, sortsContacts, formerStaff, removed }: RightReading,
  at: Instant,
  origin?: DeskOrigin,
): Promise<{ readonly version: number; readonly contacts: LeavingContacts }> => {
  const version = await writeDesk(tx, document, at, {
    ...(former === undefined ? {} : { former: withLeft(former, removed, at) }),
    ...(origin === undefined ? {} : { origin }),
  });
  // This locks the contacts. An invitation locks them before its link, so the links of former staff end afterwards.
  const leaving = await withdrawContacts(tx, sortsContacts, at);
  await endAccessOfFormerStaff(tx, formerStaff, at);
  // Otherwise the next person with the key would be out, or hear nothing of their tickets.
  await forgetChoicesOf(tx, removed.leftKeys);
  return { version, contacts: leaving };
};

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
      return {
        ok: true,
        version: current.version,
        changed: false,
        reading: right,
        contacts: { withdrawn: [], kept: [] },
      };
    const inForce = await putInForce(tx, right, at, origin);
    return { ok: true, changed: true, reading: right, ...inForce };
  });
