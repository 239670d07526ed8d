import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database } from "../connection/handle.ts";
import { accessLog, oidcAttempts, webSessions } from "../schema/access-schema.ts";
import { and, eq, gt, lt } from "../schema/orm.ts";

/** A sign-in by OpenID Connect that is under way. */
export interface OidcAttempt {
  readonly nonce: string;
  readonly verifier: string;
}

/** Stores an attempt. `hash` is of its state, and `browser` of the secret in the browser's cookie. */
export const storeOidcAttempt = async (
  db: Database,
  attempt: OidcAttempt & { readonly hash: string; readonly browser: string; readonly expiresAt: Instant },
): Promise<void> => {
  await db.insert(oidcAttempts).values(attempt);
};

/** Takes the attempt of this state and browser; null if there is none, or if its answer came before. */
export const takeOidcAttempt = async (
  db: Database,
  { hash, browser, at }: { readonly hash: string; readonly browser: string; readonly at: Instant },
): Promise<OidcAttempt | null> => {
  const [row] = await db
    .delete(oidcAttempts)
    .where(and(eq(oidcAttempts.hash, hash), eq(oidcAttempts.browser, browser), gt(oidcAttempts.expiresAt, at)))
    .returning({ nonce: oidcAttempts.nonce, verifier: oidcAttempts.verifier });
  return row ?? null;
};

/** Opens a session for a person whom the identity provider named. */
export const openIdentifiedSession = async (
  db: Database,
  {
    person,
    address,
    at,
    ...session
  }: {
    readonly hash: string;
    readonly person: UserRef;
    readonly at: Instant;
    readonly expiresAt: Instant;
    readonly endsAt: Instant;
    readonly address: string | null;
  },
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.insert(accessLog).values({ at, what: "signedIn", person, address });
    await tx.insert(webSessions).values({ ...session, person, startedAt: at, lastSeenAt: at });
  });

/** Says in the audit log that an answer of the identity provider signed no person in. It does not say whom it named. */
export const identityRefused = async (
  db: Database,
  { address, at }: { readonly address: string | null; readonly at: Instant },
): Promise<void> => {
  await db.insert(accessLog).values({ at, what: "identityRefused", person: null, address });
};

/** Deletes attempts that expired before `at`. */
export const forgetOidcAttemptsBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(oidcAttempts).where(lt(oidcAttempts.expiresAt, at));
};
