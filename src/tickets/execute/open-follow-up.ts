import type { Actor, NewCommand } from "../messages.ts";
import { continuesInTicket, type Ticket } from "../ticket.ts";
import { countGranted, decideOne, reported, type AppDeps, type CommandOutcome, type Decided } from "./execute.ts";
import { withTicketLock } from "./with-ticket-lock.ts";

type Opening = Extract<NewCommand, { type: "open" }> & { readonly by: Extract<Actor, { kind: "person" }> };

interface FollowUpRequest {
  /** A request with the same key returns the first result. */
  readonly key: string;
  /** The ticket that was closed too long ago. */
  readonly follows: number;
  /** The command that opens the follow-up of this ticket. */
  readonly command: (followed: Ticket) => Opening | null;
  readonly isCounted: boolean;
}

/**
 * Opens a follow-up and links both tickets, in one transaction. The followed ticket is locked and read again first. So if
 * several messages arrive at once, the first one opens the follow-up. Returns null if the ticket is not to be followed
 * up any more: another ticket continues it, or `command` gives no command.
 */
export const openFollowUp = async (
  deps: AppDeps,
  first: Opening,
  { key, follows, command, isCounted }: FollowUpRequest,
): Promise<CommandOutcome | null> => {
  const done = await withTicketLock<Decided, CommandOutcome | null>(
    deps,
    { numbers: [follows], others: "wait", key, at: first.at },
    {
      run: async (locked) => {
        const followed = locked.before(follows);
        const open = followed === null || continuesInTicket(followed) !== null ? null : command(followed);
        if (followed === null || open === null) return { rollback: null };
        const result = await decideOne(deps.database, locked, { number: null, command: open, isCounted });
        if (!result.outcome.ok) return { result, granted: null };
        const { number } = result.outcome.ticket;
        const { by, at } = open;
        const linked = locked.decide(followed, { type: "followUp", by, at, to: number });
        return linked.ok ? { result, granted: number } : { rollback: linked };
      },
      also: async (tx, decided) => {
        await countGranted(tx, decided, isCounted);
        return null;
      },
    },
  );
  return "rollback" in done ? done.rollback : reported(deps, done.commit, first);
};
