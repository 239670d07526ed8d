import type { Instant } from "../../sla/instant.ts";
import { addContact, newContactIdentity } from "../../db/access/contact-store.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import type { DeskCache } from "../../tickets/execute/desk-cache.ts";
import { accountOfUser, seesWholeAccount } from "../../tickets/principal.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { staffMember } from "../sign-in-routes.ts";
import { makeSignInLink } from "./sessions.ts";

interface DemoDeps {
  readonly database: DatabaseHandle;
  readonly desk: DeskCache;
  readonly now: () => Instant;
  /** Undefined if the client area is switched off. */
  readonly invitation?: unknown;
}

/**
 * Signs a person of the playground in without mail: staff to the web desk, and contacts to the client area, as if their
 * account manager had invited them. Null for a person whom the desk does not know.
 */
export const demoWebPath =
  ({ database: { db }, desk: cache, now, invitation }: DemoDeps) =>
  async ({ user, name }: { readonly user: UserRef; readonly name: string }): Promise<string | null> => {
    const desk = await cache.read(db);
    if (staffMember(user, desk) !== null) return makeSignInLink(db, user, now());
    const account = accountOfUser(user, desk);
    if (account === null || invitation === undefined) return null;
    const manager = account.manager === null ? undefined : desk.people[account.manager];
    const contact = await addContact(db, {
      user: newContactIdentity(),
      account: account.key,
      knownAs: user,
      name,
      how: "invited",
      addedBy: manager?.identities[0] ?? user,
      addedAt: now(),
      seesAll: seesWholeAccount(user, account),
    });
    return makeSignInLink(db, contact.user, now());
  };
