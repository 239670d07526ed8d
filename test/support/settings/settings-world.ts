import { randomUUID } from "node:crypto";
import { readDesk } from "../../../src/db/desk-store.ts";
import { proposalPath } from "../../../src/web/desk/settings/propose.ts";
import { storeProposal, type DeskProposal } from "../../../src/db/desk/proposal-store.ts";
import type { SettingsDeps } from "../../../src/web/deps.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { openWebDesk, type WebDesk } from "../web-desk.ts";
import { startWorldOn, webAddress, type World } from "../world.ts";
import { sampleDocument } from "./sample-document.ts";

/** A world whose desk can be changed on its web desk. */
export interface SettingsWorld {
  readonly world: World;
  readonly web: WebDesk;
  /** The version in force and its document. */
  inForce(): Promise<{ readonly version: number; readonly document: Record<string, unknown> }>;
  /** Stores a proposal as a form of the settings does. Returns the path of its preview. */
  proposes(person: UserRef, document: unknown): Promise<string>;
}

/** Stores a proposal for the desk in force, as a form of the settings does. Returns the path of its preview. */
export const storeProposalOf = async (world: World, person: UserRef, document: unknown): Promise<string> => {
  const { db } = world.database;
  const proposal: Omit<DeskProposal, "savedAs"> = {
    id: randomUUID(),
    person,
    basedOn: (await readDesk(db))?.version ?? 0,
    document,
    kind: "form",
    restores: null,
    handOver: {},
    back: "/desk/settings",
    madeAt: world.now(),
  };
  await storeProposal(db, proposal);
  return proposalPath(proposal.id);
};

export const openSettings = async (
  settings: Partial<SettingsDeps> = {},
  document: object = sampleDocument,
): Promise<SettingsWorld> => {
  const world = await startWorldOn(document);
  const web = openWebDesk(world, webAddress, {
    settings: { deskFile: null, platformsOn: null, trouble: () => null, ...settings },
  });
  return {
    world,
    web,
    inForce: async () => {
      const stored = await readDesk(world.database.db);
      if (stored === null) throw new Error("no desk");
      return { version: stored.version, document: stored.document as Record<string, unknown> };
    },
    proposes: (person, proposed) => storeProposalOf(world, person, proposed),
  };
};
