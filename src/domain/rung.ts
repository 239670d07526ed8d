import type { RecipientRole } from "./desk.ts";
import type { Instant } from "./refs.ts";

/** As what somebody is told. */
type As = RecipientRole | "named" | "asked";

/** A rung of the fallback ladder: whom to reach, and how. */
export type Rung =
  | { readonly how: "direct"; readonly person: string; readonly as: As }
  | { readonly how: "email"; readonly person: string; readonly as: As }
  /** Nobody in particular: the heads are rung. `rings: false`: everybody is away, so they are named and not rung. */
  | { readonly how: "mention"; readonly person: string | null; readonly rings?: false };

/** Why somebody is not told now: they said they are out, or it is their night. */
export type NotThere = { readonly is: "out"; readonly until: Instant } | { readonly is: "quiet" };

/** A rung that was passed over, and why: nobody was there, or it failed. */
export interface PassedRung {
  readonly rung: Rung;
  readonly why: NotThere | { readonly is: "failed"; readonly error: string };
}

/** Something on its way to one reader, with the rungs left if this one fails. */
export interface Route {
  readonly rung: Rung;
  readonly next: readonly Rung[];
  /** The rungs before this one, first to last; where nobody is there, also those who are away as well. */
  readonly passed: readonly PassedRung[];
}
