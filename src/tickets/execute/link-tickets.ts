import type { Instant } from "../../sla/instant.ts";
import type { Actor, Event, Refusal } from "../messages.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { readTicket } from "../../db/ticket-store.ts";
import { lowers, type Severity } from "../../sla/severity.ts";
import { carriedOver } from "../carried-over.ts";
import { evolveTicket } from "../evolve.ts";
import { sameAudience } from "../refs.ts";
import { continuation, mergedInto, severityOf, type Ticket } from "../ticket.ts";
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
  if (!haveSameCustomers(one, other)) return refused({ reason: "otherAccount", to }, number);
  return sameAudience(one.conversation, other.conversation)
    ? { ok: true }
    : refused({ reason: "otherReaders", to }, number);
};

/** Whether the same customers may see both. A ticket without an account belongs to its requester alone. */
const haveSameCustomers = (one: Ticket, other: Ticket): boolean =>
  one.account === other.account && (one.account !== null || one.requester.user === other.requester.user);

/** Whether messages below this ticket would come to that one, if all tickets between them were resolved. */
const leadsTo = async (tx: Tx, ticket: Ticket, number: number): Promise<boolean> => {
  const seen = new Set<number>();
  for (let next = continuation(ticket); next !== null && !seen.has(next);) {
    if (next === number) return true;
    seen.add(next);
    const following = await readTicket(tx, next);
    next = following === null ? null : continuation(following);
  }
  return false;
};

/** The severity in the other ticket, if it is lower. The customer is told of it. */
const lowerSeverity = (one: Ticket, other: Ticket): { readonly severity?: Severity } =>
  one.kind === "problem" && other.kind === "problem" && lowers(severityOf(one), severityOf(other))
    ? { severity: severityOf(other) }
    : {};

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
        const outcome = await decideBoth(locked, request);
        return outcome.ok ? { result: outcome, granted: number } : { rollback: outcome };
      },
    },
  );
  if ("rollback" in done) return done.rollback;
  return "repeated" in done.commit ? { ok: true } : done.commit.result;
};

const decideBoth = async ({ tx, before, decide }: LockedTickets, request: LinkRequest): Promise<LinkOutcome> => {
  const { how, number, to, by, at } = request;
  const [one, other] = [before(number), before(to)];
  if (one === null) return refused({ reason: "noSuchTicket" }, number);
  if (other === null) return refused({ reason: "noSuchTicket" }, to);
  const allowed = whyNot(one, other, request);
  if (!allowed.ok) return allowed;
  if (how === "merge" && number !== to && (await leadsTo(tx, other, number)))
    return refused({ reason: "continuesHere", to }, number);
  const about = { by, at } as const;
  const first = decide(
    one,
    how === "merge"
      ? { ...about, type: "merge", into: to, ...lowerSeverity(one, other) }
      : { ...about, type: "link", to },
  );
  if (!first.ok) return refused(first.refusal, number);
  const second = decide(
    other,
    how === "merge"
      ? { ...about, type: "mergeFrom", from: number, carried: carriedOver(beforeMerge(one, first.events), at) }
      : { ...about, type: "link", to: number },
  );
  return second.ok ? { ok: true } : refused(second.refusal, to);
};

/** The merged ticket right before it ended. The merge sends its pending replies first. */
const beforeMerge = (ticket: Ticket, events: readonly Event[]): Ticket =>
  events.slice(0, -1).reduce<Ticket>(evolveTicket, ticket);
