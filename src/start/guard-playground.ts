import { OperatorError } from "../chat/error-kind.ts";
import type { Core, DeskControls, Log } from "../chat/port.ts";
import type { Database } from "../db/connection/handle.ts";
import { deskOf } from "../desk/desk-of.ts";
import type { Env } from "../env.ts";
import { createDeskCache, type DeskCache } from "../tickets/execute/desk-cache.ts";
import { databaseName, realDeskTrouble } from "./real-desk.ts";

/**
 * Closes a running playground for good when another process applies a desk of real people to its database. Otherwise
 * the page would let its visitor act on that desk, and the loops would spend its reminders by the playground's clock.
 */
export interface PlaygroundGuard {
  /** The desk in force. Reading a desk of real people throws and closes the playground. */
  readonly desk: DeskCache;
  /** Aborted when the playground closes; the reason says what was found and what to do. */
  readonly closed: AbortSignal;
  /** Reads the desk in force. Resolves with false if the playground is closed. */
  mayWork(): Promise<boolean>;
  /** A core that stores nothing after the playground closed. */
  core(core: Core): Core;
  /** Controls that do nothing after the playground closed. */
  controls(controls: Omit<DeskControls, "closed">): DeskControls;
}

export const guardPlayground = (db: Database, env: Pick<Env, "databaseUrl" | "dataDir">, log: Log): PlaygroundGuard => {
  const closing = new AbortController();
  const closed = closing.signal;
  const desk = createDeskCache((document, version, former) => {
    const inForce = deskOf(document, version, former);
    const trouble = realDeskTrouble(inForce, databaseName(env), "it has closed, and this process does nothing more");
    if (trouble === null) return inForce;
    if (!closed.aborted) log.error({ reason: trouble }, "playground.closed");
    closing.abort(trouble);
    throw new OperatorError(trouble);
  });
  const mayWork = async (): Promise<boolean> => {
    try {
      if (!closed.aborted) await desk.read(db);
    } catch (error) {
      if (!closed.aborted) throw error;
    }
    return !closed.aborted;
  };
  const whileOpen = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!(await mayWork())) throw new OperatorError(String(closed.reason));
    return work();
  };
  return {
    desk,
    closed,
    mayWork,
    core: (core) => ({
      ...core,
      accept: (inboundEvent, answer) => whileOpen(() => core.accept(inboundEvent, answer)),
    }),
    controls: (controls) => ({
      ...controls,
      closed,
      turnClock: (ms, stopped) => whileOpen(() => controls.turnClock(ms, stopped)),
      inspect: (ticket, viewer) => whileOpen(() => controls.inspect(ticket, viewer)),
    }),
  };
};
