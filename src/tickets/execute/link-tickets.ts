import type { Instant } from "../../sla/instant.ts";
import type { Actor, Refusal } from "../messages.ts";
import { waitsForAnswerSince } from "../clocks/clock-changes.ts";
import { mergedInto, type Ticket } from "../ticket.ts";
import type { AppDeps } from "./execute.ts";
import { withTicketLock, type LockedTickets } from "./with-ticket-lock.ts";

interface LinkRequest {
  /** A request with the same key changes nothing again. */
  readonly key: string;
  readonly how: "merge" | "link";
  readonly number: number;
  readonly to: number;
  readonly by: Extract<Actor, { kind: "person" }>;
  readonly at: Instant;
}

type LinkOutcome = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly number: number };

const refused = (refusal: Refusal, about: number): LinkOutcome => ({ ok: false, refusal, number: about });

const whyNot = (one: Ticket, other: Ticket, { how, number, to }: LinkRequest): LinkOutcome => {
  if (how === "link") return { ok: true };
  const target = mergedInto(other);
  if (target !== null) return refused({ reason: "continuesIn", to: target }, to);
  if (other.status === "resolved" && one.status !== "resolved")
    return refused({ reason: "targetResolved", to }, number);
  return haveSameReaders(one, other) ? { ok: true } : refused({ reason: "otherAccount", to }, number);
};

/** Whether the same customers may read both. A ticket without an account belongs to its requester alone. */
const haveSameReaders = (one: Ticket, other: Ticket): boolean =>
  one.account === other.account && (one.account !== null || one.requester.user === other.requester.user);

/**
 * Merges or links two tickets, on both sides or on neither. Both are locked before either is read. So if two tickets
 * are merged into each other at once, the second request is refused.
 */
export const linkTickets = async (deps: AppDeps, request: LinkRequest): Promise<LinkOutcome> => {
  const { key, number, to, at } = request;
  const done = await withTicketLock<LinkOutcome, LinkOutcome>(
    deps,
    { numbers: [number, to], others: "wait", key, at },
    {
      run: async (locked) => {
        const outcome = decideBoth(locked, request);
        return outcome.ok ? { result: outcome, granted: number } : { rollback: outcome };
      },
    },
  );
  if ("rollback" in done) return done.rollback;
  return "repeated" in done.commit ? { ok: true } : done.commit.result;
};

const decideBoth = ({ before, decide }: LockedTickets, request: LinkRequest): LinkOutcome => {
  const { how, number, to, by, at } = request;
  const [one, other] = [before(number), before(to)];
  if (one === null) return refused({ reason: "noSuchTicket" }, number);
  if (other === null) return refused({ reason: "noSuchTicket" }, to);
  const allowed = whyNot(one, other, request);
  if (!allowed.ok) return allowed;
  const first = decide(one, { by, at, ...(how === "merge" ? { type: "merge", into: to } : { type: "link", to }) });
  if (!first.ok) return refused(first.refusal, number);
  const second = decide(other, {
    by,
    at,
    ...(how === "merge"
      ? { type: "mergeFrom", from: number, waitsSince: waitsForAnswerSince(one) }
      : { type: "link", to: number }),
  });
  // The two were already linked. The merge is still new for the first ticket.
  if (!second.ok && second.refusal.reason !== "linkedAlready") return refused(second.refusal, to);
  return { ok: true };
};
