import type { Instant } from "../../sla/instant.ts";
import { proposalHandOverJson, proposedDocumentJson, type HandOver } from "../../stored/desk-json.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database } from "../connection/handle.ts";
import { deskProposals, type ProposalKind } from "../schema/desk-schema.ts";
import { and, eq, isNull, lt } from "../schema/orm.ts";

/** A desk that a person proposed and has not saved yet, or has saved. */
export interface DeskProposal {
  readonly id: string;
  readonly person: UserRef;
  /** The version that was in force when the person began. */
  readonly basedOn: number;
  /** As proposed: it may have faults. */
  readonly document: unknown;
  readonly kind: ProposalKind;
  readonly restores: number | null;
  /** Who takes over from each person whom the proposal removes. */
  readonly handOver: HandOver;
  readonly back: string;
  readonly madeAt: Instant;
  readonly savedAs: number | null;
}

/** Keeps a proposal until its author saves it. */
export const storeProposal = async (db: Database, proposal: Omit<DeskProposal, "savedAs">): Promise<void> => {
  await db.insert(deskProposals).values({
    ...proposal,
    document: proposedDocumentJson.write({ proposed: proposal.document }),
    handOver: proposalHandOverJson.write(proposal.handOver),
  });
};

/** The proposal of this person with this id; null if there is none. */
export const readProposal = async (db: Database, id: string, person: UserRef): Promise<DeskProposal | null> => {
  const [row] = await db
    .select()
    .from(deskProposals)
    .where(and(eq(deskProposals.id, id), eq(deskProposals.person, person)));
  if (row === undefined) return null;
  return {
    ...row,
    document: proposedDocumentJson.read(row.document).proposed,
    handOver: proposalHandOverJson.read(row.handOver) ?? {},
  };
};

/** Replaces what is proposed, as its author asks while they look at it. */
export const changeProposal = async (
  db: Database,
  { id, basedOn, document, handOver }: Pick<DeskProposal, "id" | "basedOn" | "document" | "handOver">,
): Promise<void> => {
  await db
    .update(deskProposals)
    .set({
      basedOn,
      document: proposedDocumentJson.write({ proposed: document }),
      handOver: proposalHandOverJson.write(handOver),
    })
    .where(and(eq(deskProposals.id, id), isNull(deskProposals.savedAs)));
};

/** Records as which version a proposal was saved. Returns false if it was saved before. */
export const markProposalSaved = async (db: Database, id: string, version: number): Promise<boolean> => {
  const saved = await db
    .update(deskProposals)
    .set({ savedAs: version })
    .where(and(eq(deskProposals.id, id), isNull(deskProposals.savedAs)))
    .returning({ id: deskProposals.id });
  return saved.length > 0;
};

/** Deletes proposals from before a moment. */
export const forgetProposalsBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(deskProposals).where(lt(deskProposals.madeAt, at));
};
