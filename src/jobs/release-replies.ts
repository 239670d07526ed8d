import { execute } from "../tickets/execute/execute.ts";
import type { Step, WorkDeps } from "./deps.ts";
import { type ReplyNotes, settleNotes } from "../inbox/reply-notes.ts";
import { dueReplies, postponeReplies } from "../db/due-tickets-store.ts";

const batch = 20;

/** After a failure the ticket's reply is tried again after this time (ms), behind the other due ones. */
const retryMs = 60_000;

/**
 * Runs `releaseReply` for every pending reply whose undo window is over. A failing ticket waits a minute, so it holds up no other. Throws if
 * every reply failed.
 */
export const releaseReplies =
  (deps: WorkDeps, notes: ReplyNotes): Step =>
  async () => {
    const now = deps.now();
    const due = await dueReplies(deps.database.db, now, batch);
    const errors: unknown[] = [];
    for (const { ticket, reply } of due) {
      const command = { type: "releaseReply", by: { kind: "clock" }, at: now, replyId: reply } as const;
      try {
        const outcome = await execute(deps, { key: null, number: ticket, command });
        if (!outcome.ok) await postponeReplies(deps.database.db, ticket, now, now + retryMs);
      } catch (error) {
        errors.push(error);
        deps.log.error({ err: error, ticket }, "reply.release-failed");
        await postponeReplies(deps.database.db, ticket, now, now + retryMs);
      }
    }
    await settleNotes(deps, notes);
    if (errors.length > 0 && errors.length === due.length) throw errors[0];
    return due.length - errors.length;
  };
