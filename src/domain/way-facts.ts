import type { AssigneeLeft, HandOver } from "./hand-over-facts.ts";
import type { Instant } from "./refs.ts";
import type { Route, Rung } from "./rung.ts";
import type { Severity } from "./severity.ts";
import type { BrokenPromise, Score, Silence } from "./ways.ts";

/** Somebody of ours is called for, on their way to hear of it; `since` is when. */
export interface Summons extends Route {
  readonly about: "escalation" | "call" | "consulting";
  readonly since: Instant;
}

/** Wishes for a way up, and what became of them. */
export type WayCommand =
  | HandOver
  /** To the head of support. */
  | { readonly type: "escalate"; readonly why: string | null }
  /** Call me, on this number, at about this time. */
  | { readonly type: "requestCall"; readonly number: string; readonly time: string | null }
  /** They were called. */
  | { readonly type: "reportCalled" }
  | { readonly type: "rate"; readonly score: Score }
  /** The clock's own: the customer of a ticket that waits has been silent for long. */
  | { readonly type: "tendSilence" }
  /** The clock's own: this could not be told, take the next rung. */
  | { readonly type: "summonNext"; readonly summons: Summons; readonly why: string }
  /** The clock's own: this was told. */
  | { readonly type: "reportTold"; readonly summons: Summons };

export type WayEvent =
  | AssigneeLeft
  | {
      readonly type: "escalated";
      readonly why: string | null;
      readonly broken: BrokenPromise | null;
      readonly summons: readonly Summons[];
    }
  | {
      readonly type: "callRequested";
      readonly number: string;
      readonly time: string | null;
      readonly summons: readonly Summons[];
    }
  | { readonly type: "called" }
  /** Whoever looks after the account is told. */
  | { readonly type: "consultingRouted"; readonly summons: readonly Summons[] }
  | { readonly type: "nudged"; readonly silence: Silence }
  /** Staff wrote while it waited: the wait counts from there. */
  | { readonly type: "silenceCounted"; readonly silence: Silence }
  | { readonly type: "rated"; readonly score: Score; readonly before: Score | null }
  | {
      readonly type: "summonsFailed";
      readonly failed: Summons;
      readonly why: string;
      readonly next: Summons | null;
    }
  /** The first of those who were called for knows; null is triage as a whole. */
  | { readonly type: "told"; readonly about: Summons["about"]; readonly person: string | null };

export type WayMessage =
  | { readonly type: "summons"; readonly summons: Summons }
  /** For staff only. */
  | {
      readonly type: "escalated";
      readonly by: string;
      readonly why: string | null;
      readonly to: readonly Rung[];
    }
  /** For staff only. */
  | {
      readonly type: "callRequested";
      readonly by: string;
      readonly number: string;
      readonly time: string | null;
      readonly to: readonly Rung[];
    }
  /** For staff only. */
  | { readonly type: "called"; readonly by: string }
  /** For staff only. */
  | { readonly type: "rated"; readonly by: string; readonly score: Score; readonly before: Score | null }
  /** The question is to show its answer, where it was asked. */
  | { readonly type: "ratingShown" }
  /** The customer is asked again; it is closed then. */
  | { readonly type: "nudged"; readonly closeAt: Instant | null }
  /** For staff only: nobody is left to be told. */
  | { readonly type: "unreached"; readonly summons: Summons; readonly why: string }
  | { readonly type: "told"; readonly about: Summons["about"]; readonly person: string | null; readonly at: Instant };

export type WayRefusal =
  /** No promise is broken: the next is due then, if any runs; `manager` is a key of the desk's people. */
  | { readonly reason: "notBroken"; readonly due: Instant | null; readonly manager: string | null }
  | { readonly reason: "escalatedAlready"; readonly at: Instant; readonly again: Instant }
  /** Only tickets of these severities may ask for a call. */
  | { readonly reason: "noCallHere"; readonly severities: readonly Severity[]; readonly manager: string | null }
  | { readonly reason: "callRequestedAlready" }
  | { readonly reason: "noCallRequested" }
  | { readonly reason: "nothingToRate" }
  | { readonly reason: "ratedAlready" }
  | { readonly reason: "consultingHasNone" };
