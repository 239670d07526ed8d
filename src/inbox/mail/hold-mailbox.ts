import { mailOutcomes } from "../../db/mail/mail-store.ts";
import { claimMailbox, leaveMailbox } from "../../db/mail/mailbox-store.ts";
import type { Core } from "../../chat/port.ts";
import type { WorkDeps } from "../../jobs/deps.ts";

/** How long (ms) a process holds a mailbox without saying so again. After that, another one takes it. */
const heldMs = 60_000;

/** How long (ms) before it was held first a mail may have come: it was sent while the operator set the mailbox up. */
const setUpMs = 60 * 60_000;

/** What an adapter asks while it fetches mails from a mailbox. `self` is this process's token. */
export const mailboxCore = (
  { database: { db }, now }: Pick<WorkDeps, "database" | "now">,
  self: string,
): Required<Pick<Core, "mailOutcomes" | "holdMailbox" | "releaseMailbox">> => ({
  mailOutcomes: (ids) => mailOutcomes(db, ids),
  holdMailbox: (name) => {
    const at = now();
    return claimMailbox(db, name, { lease: { token: self, until: at + heldMs }, now: at, since: at - setUpMs });
  },
  releaseMailbox: (name) => leaveMailbox(db, name, self),
});
