import type { UserRef } from "../../../../tickets/refs.ts";

/** Why a rehearsal ended before it was done. */
export type RehearsalEnd = "left" | "replaced" | "closing";

/** The reason with which the signal of a rehearsal ends it. */
export class RehearsalEnded extends Error {
  override readonly name = "RehearsalEnded";
  readonly why: RehearsalEnd;
  constructor(why: RehearsalEnd) {
    super(`the rehearsal ended: ${why}`);
    this.why = why;
  }
}

export interface RunningRehearsal {
  readonly signal: AbortSignal;
  end(why: RehearsalEnd): void;
  /** Must be called when it is done, in whatever way. */
  done(): void;
}

/** The rehearsals that run in this process: one for each person, and few at once. */
export interface Rehearsals {
  /** Ends the one that this person began before. Null if others run too many. */
  begin(person: UserRef): RunningRehearsal | null;
  /** Ends all, and lets no more begin. */
  close(): void;
}

/** Each takes a whole CPU, and a connection of those for pages. */
const usualMost = 2;

export const createRehearsals = (most = usualMost): Rehearsals => {
  const running = new Map<UserRef, RunningRehearsal>();
  let isClosed = false;
  return {
    begin: (person) => {
      const others = [...running.keys()].filter((each) => each !== person).length;
      if (isClosed || others >= most) return null;
      running.get(person)?.end("replaced");
      const ending = new AbortController();
      const own: RunningRehearsal = {
        signal: ending.signal,
        end: (why) => ending.abort(new RehearsalEnded(why)),
        done: () => {
          if (running.get(person) === own) running.delete(person);
        },
      };
      running.set(person, own);
      return own;
    },
    close: () => {
      isClosed = true;
      for (const each of running.values()) each.end("closing");
    },
  };
};
