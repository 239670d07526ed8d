import type { MessageKey, UserRef } from "./refs.ts";
import type { SaidFile, Words, Wrote } from "./ticket.ts";

/** Somebody's words, with the message they are, which earlier facts do not tell. */
export type TakenWords = Words & {
  readonly staff: boolean;
  readonly message?: MessageKey | undefined;
  readonly user?: UserRef | undefined;
  readonly files?: readonly SaidFile[] | undefined;
  readonly company?: string | null | undefined;
};

/** What was said in a thread before it became a ticket, oldest first. */
export interface TakenOver {
  readonly words: readonly TakenWords[];
  /** There was more than was taken over. */
  readonly more: boolean;
}

/** The message a ticket tells of, with who that is to the desk; `staff`: one of us wrote it. */
export type WroteOf = Omit<Wrote, "files"> & {
  readonly files: readonly SaidFile[];
  readonly staff: boolean;
  readonly company: string | null;
};
