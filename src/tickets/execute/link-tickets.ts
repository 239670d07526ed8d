import type { Instant } from "../../sla/instant.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { readRequest, rememberRequest } from "../../db/request-store.ts";
import { lockTickets } from "../../db/ticket-store.ts";
import type { Actor } from "../actor.ts";
import { decide } from "../decide.ts";
import type { Event } from "../messages.ts";
import type { Refusal } from "../refusal.ts";

import { mergedInto, type Ticket } from "../ticket.ts";
import { commit, follow, type Committed } from "./commit.ts";
import type { AppDeps } from "./execute.ts";

interface Wish {
  /** Makes a repeat change nothing. */
  readonly key: string;
  readonly how: "merge" | "link";
  readonly number: number;
  readonly to: number;
  readonly by: Extract<Actor, { kind: "person" }>;
  readonly at: Instant;
}

type Tied = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly number: number };

const no = (refusal: Refusal, about: number): Tied => ({ ok: false, refusal, number: about });

const whyNot = (one: Ticket, other: Ticket, { how, number, to }: Wish): Tied => {
  if (how === "link") return { ok: true };
  const gone = mergedInto(other);
  if (gone !== null) return no({ reason: "continuesIn", to: gone }, to);
  return one.account === other.account ? { ok: true } : no({ reason: "otherAccount", to }, number);
};

/**
 * Ties two tickets, both halves or none. Both are locked before either is looked at: of two that would be merged into each
 * other at once, the second is refused.
 */
export const linkTickets = (deps: AppDeps, wish: Wish): Promise<Tied> =>
  deps.database.db.transaction((tx) => change(deps, tx, wish));

const change = async ({ desk: cache }: AppDeps, tx: Tx, wish: Wish): Promise<Tied> => {
  const { key, how, number, to, by, at } = wish;
  const locked = await lockTickets(tx, [number, to]);
  if ((await readRequest(tx, key)) !== null) return { ok: true };
  const [one, other] = [locked.get(number), locked.get(to)];
  if (one === undefined) return no({ reason: "noSuchTicket" }, number);
  if (other === undefined) return no({ reason: "noSuchTicket" }, to);
  const refused = whyNot(one, other, wish);
  if (!refused.ok) return refused;
  const desk = await cache.read(tx);
  const first = decide(
    one,
    { by, at, ...(how === "merge" ? { type: "merge", into: to } : { type: "link", to }) },
    desk,
  );
  if (!first.ok) return no(first.refusal, number);
  const second = decide(
    other,
    { by, at, ...(how === "merge" ? { type: "mergeFrom", from: number } : { type: "link", to: number }) },
    desk,
  );
  // They had to do with each other before; that one ended in the other is news all the same.
  if (!second.ok && second.refusal.reason !== "linkedAlready") return no(second.refusal, to);
  const all = [written(one, first.events), written(other, second.ok ? second.events : [])];
  await commit(tx, all, desk, at);
  if (!(await rememberRequest(tx, key, number, at))) throw new Error("a tie was made twice at once");
  return { ok: true };
};

const written = (before: Ticket, events: readonly Event[]): Committed => {
  const steps = follow(before, events);
  return { before, after: steps.at(-1)?.ticket ?? before, steps };
};
