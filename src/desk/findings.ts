import type { Severity } from "../sla/severity.ts";
import type { CoverageGap } from "./coverage-gap.ts";
import type { StaffRole } from "./desk.ts";
import type { Expectation } from "./expectation.ts";

/**
 * What the checks of a desk find, as keys and values. `src/features/desk-checks` and `src/features/desk-warnings` have the
 * sentences in every language: for the terminal, and for the pages of the settings.
 */

/** A value as a fault shows it. A whole list or mapping is not quoted. */
export type ShownValue =
  | { readonly is: "written"; readonly text: string }
  | { readonly is: "empty" | "list" | "emptyList" | "mapping" | "oneText" }
  | { readonly is: "notYaml"; readonly reason: string };

/** One thing wrong with a desk file. */
export interface DeskFault {
  /** From 1; null if the fault is about something that is missing in the file. */
  readonly line: number | null;
  /** Dotted; empty for the file as a whole. */
  readonly path: string;
  /** Null if nothing was given. */
  readonly value: ShownValue | null;
  readonly expected: Expectation;
}

/** Something that a right desk file may have forgotten. */
export type DeskWarning =
  | { readonly is: "noPeople" | "noPlans" }
  | { readonly is: "gap"; readonly gap: CoverageGap }
  /** The names of people whose platforms, which are the same ones, are all switched off. */
  | { readonly is: "unreachable"; readonly people: readonly string[]; readonly platforms: readonly string[] }
  | { readonly is: "noNextResponse"; readonly plan: string; readonly severities: readonly Severity[] }
  | { readonly is: "holidaysNotInstalled"; readonly calendar: string }
  | { readonly is: "holidaysUnknown"; readonly calendar: string; readonly country: string }
  | {
      readonly is: "holidayMissing";
      readonly calendar: string;
      readonly country: string;
      readonly date: string;
      readonly holiday: string;
    };

/** What a person did for another entry, and who does it now; null: no person. */
export interface DutyLeft {
  readonly name: string;
  readonly now: string | null;
}

/** Something that was in force and no longer is. `path` is its place in the desk file. */
export type DeskLoss =
  | {
      readonly is: "person";
      readonly path: string;
      readonly name: string;
      readonly roles: readonly StaffRole[];
      readonly managed: readonly DutyLeft[];
      readonly stoodIn: readonly DutyLeft[];
    }
  | { readonly is: "identities"; readonly path: string; readonly name: string; readonly ids: readonly string[] }
  /** Another person, `now`, has the entry. */
  | {
      readonly is: "handedOver";
      readonly path: string;
      readonly name: string;
      readonly ids: readonly string[];
      readonly now: string;
    }
  | { readonly is: "roles"; readonly path: string; readonly name: string; readonly roles: readonly StaffRole[] }
  | {
      readonly is: "account";
      readonly path: string;
      readonly name: string;
      readonly channels: number;
      readonly contacts: number;
    }
  | { readonly is: "setting"; readonly path: string }
  /** `item`: the item of the list at the path; null for the whole entry. */
  | { readonly is: "entry"; readonly path: string; readonly item: string | null };

/** Open tickets of a person or an account that leaves or left the desk. */
export interface TicketsLeft {
  readonly of: "person" | "account";
  readonly key: string;
  readonly name: string;
  /** The first of them. */
  readonly shown: readonly string[];
  readonly count: number;
  /** There are more than were counted. */
  readonly isAtLeast: boolean;
}

const longest = 60;

/** A value as a fault shows it, shortened; null if it is missing. */
export const shownValue = (value: unknown): ShownValue | null => {
  if (value === undefined) return null;
  if (value === null) return { is: "empty" };
  if (Array.isArray(value)) return { is: value.length === 0 ? "emptyList" : "list" };
  if (typeof value === "object") return { is: "mapping" };
  const text = JSON.stringify(value);
  return { is: "written", text: text.length > longest ? `${text.slice(0, longest)}…` : text };
};
