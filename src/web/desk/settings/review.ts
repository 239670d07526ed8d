import { isDeepStrictEqual } from "node:util";
import { readContacts } from "../../../db/access/contact-store.ts";
import { readDesk, type StoredDesk } from "../../../db/desk-store.ts";
import type { DeskProposal } from "../../../db/desk/proposal-store.ts";
import { readDeskAt, type WholeDeskVersion } from "../../../db/desk/version-store.ts";
import { handOver } from "../../../desk/changes/hand-over.ts";
import { deskDifference, type EntryChange } from "../../../desk/changes/difference.ts";
import type { DeskFault, DeskLoss, DeskWarning, TicketsLeft } from "../../../desk/findings.ts";
import { deskOf } from "../../../desk/desk-of.ts";
import { readDeskDocument, type DeskReading } from "../../../desk/read-desk-file.ts";
import type { Desk } from "../../../desk/desk.ts";
import type { DeskDocument } from "../../../desk/schema.ts";
import { leavingPeople, type LeavingPerson } from "./leaving.ts";
import { movesUnder, type MoveReview } from "./moves.ts";
import { openTicketsOfRemoved } from "../../../tickets/execute/open-tickets-of-removed.ts";
import type { AddedContact, KeptContact } from "../../../tickets/contact.ts";
import { permitted } from "../../../tickets/permissions.ts";
import type { SettingsDeps, WebDeps } from "../../deps.ts";

/** What a proposal means for the desk in force. */
export interface Review {
  /** The version in force. */
  readonly version: number;
  readonly changes: readonly EntryChange[];
  /** The document that it changes. */
  readonly before: unknown;
  readonly faults: readonly DeskFault[];
  /** Nobody could administer the desk any more. */
  readonly locksOut: boolean;
  /** Why this process could not run on it; null if it could. */
  readonly trouble: ReturnType<SettingsDeps["trouble"]>;
  /** Those that the proposal brings. */
  readonly warnings: readonly DeskWarning[];
  /** Those that the desk in force has, too. */
  readonly oldWarnings: readonly DeskWarning[];
  readonly losses: readonly DeskLoss[];
  readonly stillOwned: readonly TicketsLeft[];
  /** Contacts whom the staff added and who lose their access for good. */
  readonly accessLost: readonly AddedContact[];
  /** Contacts who keep their access although the person who added them leaves, or has another account now. */
  readonly accessKept: readonly KeptContact[];
  /** People whom the proposal removes and who have something to hand over. */
  readonly leaving: readonly LeavingPerson[];
  readonly moves: MoveReview;
  /** What another person saved after this proposal was made; null if there is nothing. */
  readonly savedByOther: { readonly by: WholeDeskVersion; readonly changes: readonly EntryChange[] } | null;
}

/** Whether a person is left who can sign in and change the desk again. */
export const hasAdministrator = ({ people }: Desk): boolean =>
  Object.values(people).some(
    (person) => person.identities.length > 0 && permitted({ is: "staff", person }, "administer") === "yes",
  );

/** The desk that a right document makes. */
export const proposedDesk = ({ document, former }: Extract<DeskReading, { ok: true }>, version: number): Desk =>
  deskOf(document, version, former);

/** The proposed document in which each successor stands where the person stood whom they follow. */
export const effectiveDocument = ({ document, handOver: successors }: DeskProposal): unknown =>
  Object.entries(successors).reduce<unknown>(
    (changed, [from, { to }]) => (to === null ? changed : handOver(changed, from, to)),
    document,
  );

const noMoves: MoveReview = { moves: [], movedTickets: 0, unreadable: 0, looked: 0, open: 0 };
const nothing = {
  locksOut: false,
  trouble: null,
  warnings: [],
  oldWarnings: [],
  losses: [],
  stillOwned: [],
  accessLost: [],
  accessKept: [],
  moves: noMoves,
};

type Given = Pick<WebDeps, "database" | "now" | "settings">;

const judged = async (reading: DeskReading, inForce: StoredDesk, { database, now, settings }: Given) => {
  if (!reading.ok) return { ...nothing, faults: reading.faults };
  const desk = proposedDesk(reading, inForce.version + 1);
  // The holidays of all countries take a moment to load, and much memory. So only a preview loads them.
  const { deskWarnings } = await import("../../../desk/checks/warnings.ts");
  const contacts = reading.sortsContacts(await readContacts(database.db), now());
  const today = new Date(now()).toISOString().slice(0, 10);
  const warningsOf = (document: DeskDocument) => deskWarnings(document, settings?.platformsOn ?? null, today);
  const before = readDeskDocument(inForce.document);
  const known = before.ok ? warningsOf(before.document) : [];
  const isKnown = (warning: DeskWarning): boolean => known.some((each) => isDeepStrictEqual(each, warning));
  const warnings = warningsOf(reading.document);
  return {
    faults: [],
    locksOut: !hasAdministrator(desk),
    trouble: settings?.trouble(desk) ?? null,
    warnings: warnings.filter((each) => !isKnown(each)),
    oldWarnings: warnings.filter(isKnown),
    losses: reading.removed.losses,
    accessLost: contacts.withdrawn,
    accessKept: contacts.kept,
    moves: await movesUnder(desk, { database, now }),
    stillOwned: await openTicketsOfRemoved(database.db, desk, reading.removed),
  };
};

const savedMeanwhile = async ({ basedOn }: DeskProposal, inForce: StoredDesk, { database }: Given) => {
  if (basedOn === inForce.version) return null;
  const [base, newest] = [await readDeskAt(database.db, basedOn), await readDeskAt(database.db, inForce.version)];
  return newest === null ? null : { by: newest, changes: deskDifference(base?.document, inForce.document) };
};

/** Looks at a proposal as saving it would: the same checks, against the desk in force now. */
export const reviewOf = async (proposal: DeskProposal, given: Given): Promise<Review> => {
  const inForce = await readDesk(given.database.db);
  if (inForce === null) throw new Error("no desk was ever applied");
  const document = effectiveDocument(proposal);
  const reading = readDeskDocument(document, inForce.document, { former: inForce.former });
  const savedByOther = await savedMeanwhile(proposal, inForce, given);
  const found = await judged(reading, inForce, given);
  const handOverOf = (key: string) => (Object.hasOwn(proposal.handOver, key) ? proposal.handOver[key] : undefined);
  const before = savedByOther === null ? inForce : await readDeskAt(given.database.db, proposal.basedOn);
  return {
    version: inForce.version,
    before: before?.document,
    changes: deskDifference(before?.document, reading.ok ? reading.document : document),
    ...found,
    // The part about the successors says what becomes of the others.
    stillOwned: found.stillOwned.filter(({ of, key }) => of === "account" || handOverOf(key)?.to == null),
    leaving: await leavingPeople(proposal, before?.document, given.database.db),
    savedByOther,
  };
};

/** Whether the proposal may be saved as it is. */
export const maySave = ({ faults, locksOut, trouble, changes, savedByOther }: Review): boolean =>
  faults.length === 0 && !locksOut && trouble === null && changes.length > 0 && savedByOther === null;
