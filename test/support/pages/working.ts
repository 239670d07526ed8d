import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import type { WorkDeps } from "../../../src/jobs/deps.ts";
import { makeInvitation, makeSignInLink } from "../../../src/web/access/sessions.ts";

/** The links to the pages of a world that its desk gives in chat. `address`: where people reach these pages. */
export const linksToPages = (
  { db }: Pick<DatabaseHandle, "db">,
  now: () => number,
  address: string,
): Required<Pick<WorkDeps, "webUrl" | "signInLink" | "invitation">> => ({
  webUrl: (path) => `${address}${path}`,
  signInLink: async (person) => ({ url: `${address}${await makeSignInLink(db, person, now())}`, minutes: 10 }),
  invitation: async (tx, contact, invitedBy) => {
    const { path, until } = await makeInvitation(tx, contact, { invitedBy, at: now() });
    return { url: `${address}${path}`, until };
  },
});

/** Runs a world's work while a page waits for an answer. */
export interface Working {
  /** Called when an inbound event was stored. */
  stored(): void;
  /** Waits for an answer. Until it comes, the world runs its steps whenever an inbound event is stored, as a desk does. */
  whileWorking<T>(answer: Promise<T>): Promise<T>;
}

/** `settle` runs all work that is due now. */
export const createWorking = (settle: () => Promise<void>): Working => {
  let nextStored = Promise.withResolvers<void>();
  return {
    stored: () => {
      const { resolve } = nextStored;
      nextStored = Promise.withResolvers();
      resolve();
    },
    whileWorking: async (answer) => {
      let waits = true;
      const ended = answer.finally(() => (waits = false)).catch(() => {});
      for (let next = nextStored.promise; waits;) {
        await Promise.race([next, ended]);
        next = nextStored.promise;
        await settle();
      }
      return answer;
    },
  };
};
