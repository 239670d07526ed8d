import { readTicket } from "../db/ticket-store.ts";
import type { Actor } from "../domain/actor.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Instant } from "../domain/refs.ts";
import { mergedInto } from "../domain/ticket.ts";
import { handle, type AppDeps, type Outcome } from "./handle.ts";

interface Wish {
  /** Makes a repeat go on where it stopped. */
  readonly key: string;
  readonly how: "merge" | "link";
  readonly number: number;
  readonly to: number;
  readonly by: Extract<Actor, { kind: "person" }>;
  readonly at: Instant;
}

type Tied = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly number: number };

const whyNot = async ({ database: { db } }: AppDeps, { how, number, to }: Wish): Promise<Tied> => {
  const no = (refusal: Refusal, about: number): Tied => ({ ok: false, refusal, number: about });
  const [one, other] = [await readTicket(db, number), await readTicket(db, to)];
  if (one === null) return no({ reason: "noSuchTicket" }, number);
  if (other === null) return no({ reason: "noSuchTicket" }, to);
  if (how === "link") return { ok: true };
  const gone = mergedInto(other);
  if (gone !== null) return no({ reason: "goesOn", to: gone }, to);
  return one.account === other.account ? { ok: true } : no({ reason: "otherAccount", to }, number);
};

/**
 * Ties two tickets: first the one that was named first, then the other. Should the process end in between, whoever takes the
 * same wish up again is told what the first half came to and does the second.
 */
export const tieTickets = async (deps: AppDeps, wish: Wish): Promise<Tied> => {
  const { key, how, number, to, by, at } = wish;
  const refused = await whyNot(deps, wish);
  if (!refused.ok) return refused;
  const half = (about: number, name: string, command: Parameters<typeof handle>[1]["command"]): Promise<Outcome> =>
    handle(deps, { key: `${key} ${name}`, number: about, command });
  const common = { by, at };
  const first = await half(
    number,
    "one",
    how === "merge" ? { ...common, type: "merge", into: to } : { ...common, type: "link", to },
  );
  if (!first.ok) return { ...first, number };
  const second =
    how === "merge" ? ({ type: "absorb", from: number } as const) : ({ type: "link", to: number } as const);
  const done = await half(to, "other", { ...common, ...second });
  // They had to do with each other before; that one ended in the other is news all the same.
  return done.ok || done.refusal.reason === "tiedAlready" ? { ok: true } : { ...done, number: to };
};
