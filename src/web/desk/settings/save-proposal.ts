import { logDeskChange } from "../../../db/access/access-store.ts";
import { lockDesk, readDesk } from "../../../db/desk-store.ts";
import { markProposalSaved, readProposal, type DeskProposal } from "../../../db/desk/proposal-store.ts";
import type { AccessChange } from "../../../db/schema/access-schema.ts";
import { readDeskDocument } from "../../../desk/read-desk-file.ts";
import { putInForce } from "../../../tickets/execute/apply-desk.ts";
import type { WebDeps } from "../../deps.ts";
import { effectiveDocument, hasAdministrator, proposedDesk } from "./review.ts";

/** What the audit log says of saving each kind of proposal. */
const logged: Readonly<Record<DeskProposal["kind"], AccessChange>> = {
  form: "deskSaved",
  file: "deskImported",
  restore: "deskRestored",
};

interface Saving {
  /** Whether open targets are to follow the new version. */
  readonly replans: boolean;
  /** The network address of the browser. */
  readonly address: string | null;
}

/**
 * Saves a proposal as the next version. Everything is checked again under the lock of the desk. Returns the version, also
 * if the proposal was saved before; null if it may not be saved as it is, which its preview explains.
 */
export const saveProposal = async (
  { id, person }: Pick<DeskProposal, "id" | "person">,
  { database, now, settings, log }: Pick<WebDeps, "database" | "now" | "settings" | "log">,
  { replans, address }: Saving,
): Promise<number | null> => {
  if ((settings?.deskFile ?? null) !== null) return null;
  const saved = await database.db.transaction(async (tx) => {
    await lockDesk(tx);
    const proposal = await readProposal(tx, id, person);
    if (proposal === null) return null;
    if (proposal.savedAs !== null) return { version: proposal.savedAs, removed: {}, access: 0 };
    const inForce = await readDesk(tx);
    if (inForce === null || inForce.version !== proposal.basedOn) return null;
    const reading = readDeskDocument(effectiveDocument(proposal), inForce.document, { former: inForce.former });
    if (!reading.ok || !reading.changed) return null;
    const desk = proposedDesk(reading, inForce.version + 1);
    if (!hasAdministrator(desk) || (settings?.trouble(desk) ?? null) !== null) return null;
    const { handOver, restores, kind } = proposal;
    const at = now();
    const origin = {
      source: "web",
      author: person,
      ...(restores === null ? {} : { restores }),
      ...(handOver === null ? {} : { handOver }),
      replans,
    } as const;
    const { version, contacts } = await putInForce(tx, reading, at, origin);
    await markProposalSaved(tx, id, version);
    await logDeskChange(tx, { at, what: logged[kind], person, address, deskVersion: version });
    return { version, removed: reading.removed.sections, access: contacts.withdrawn.length };
  });
  if (saved === null) return null;
  const removed = { ...saved.removed, ...(saved.access === 0 ? {} : { access: saved.access }) };
  log.info({ version: saved.version, removed }, "desk.saved");
  return saved.version;
};
