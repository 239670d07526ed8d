import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { oidcAttempts } from "../schema/access-schema.ts";
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

/** Deletes attempts that expired before `at`. */
export const forgetOidcAttemptsBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(oidcAttempts).where(lt(oidcAttempts.expiresAt, at));
};
