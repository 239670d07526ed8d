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
  proposes(
    person: UserRef,
    document: unknown,
    also?: Partial<Pick<DeskProposal, "basedOn" | "kind" | "restores">>,
  ): Promise<string>;
}

export const openSettings = async (
  settings: Partial<SettingsDeps> = {},
  document: object = sampleDocument,
): Promise<SettingsWorld> => {
  const world = await startWorldOn(document);
  const web = openWebDesk(world, webAddress, {
    settings: { deskFile: null, platformsOn: null, trouble: () => null, ...settings },
  });
  const { db } = world.database;
  let made = 0;
  const inForce: SettingsWorld["inForce"] = async () => {
    const stored = await readDesk(db);
    if (stored === null) throw new Error("no desk");
    return { version: stored.version, document: stored.document as Record<string, unknown> };
  };
  return {
    world,
    web,
    inForce,
    proposes: async (person, proposed, { basedOn, kind = "form", restores = null } = {}) => {
      made += 1;
      const id = `proposal-${made}`;
      await storeProposal(db, {
        id,
        person,
        basedOn: basedOn ?? (await inForce()).version,
        document: proposed,
        kind,
        restores,
        handOver: {},
        back: "/desk/settings",
        madeAt: world.now(),
      });
      return proposalPath(id);
    },
  };
};
