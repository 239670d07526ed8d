import { OperatorError } from "../chat/error-kind.ts";
import type { Core, DeskControls, Log } from "../chat/port.ts";
import type { Database } from "../db/connection/handle.ts";
import { platformsInRows } from "../db/platforms-in-rows.ts";
import { deskOf } from "../desk/desk-of.ts";
import type { Env } from "../env.ts";
import { createDeskCache, type DeskCache } from "../tickets/execute/desk-cache.ts";
import { databaseName, realDeskTrouble, realRowsTrouble } from "./real-desk.ts";

type HandlePage = (request: Request, address: string | null) => Promise<Response>;

/**
 * Closes a running playground for good when another process applies a desk of real people to its database, or stores
 * their tickets there. Otherwise the page would let its visitor act on that desk, and the loops would spend its
 * reminders by the playground's clock.
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
  /** Pages that say why the playground closed, and show nothing more. */
  pages(handle: HandlePage): HandlePage;
  /** Controls that do nothing after the playground closed. */
  controls(controls: Omit<DeskControls, "closed">): DeskControls;
}

/** How often (ms) the rows of the database are searched for real people. */
const rowsEveryMs = 10_000;
const outcome = "it has closed, and this process does nothing more";

export const guardPlayground = (db: Database, env: Pick<Env, "databaseUrl" | "dataDir">, log: Log): PlaygroundGuard => {
  const closing = new AbortController();
  const closed = closing.signal;
  const closeOn = (trouble: string | null): void => {
    if (trouble === null) return;
    if (!closed.aborted) log.error({ reason: trouble }, "playground.closed");
    closing.abort(trouble);
    throw new OperatorError(trouble);
  };
  const desk = createDeskCache((document, version, former) => {
    const inForce = deskOf(document, version, former);
    closeOn(realDeskTrouble(inForce, databaseName(env), outcome));
    return inForce;
  });
  let searchedAt = Number.NEGATIVE_INFINITY;
  const searchRows = async (): Promise<void> => {
    if (performance.now() - searchedAt < rowsEveryMs) return;
    searchedAt = performance.now();
    closeOn(realRowsTrouble(await platformsInRows(db), databaseName(env), outcome));
  };
  const mayWork = async (): Promise<boolean> => {
    try {
      if (closed.aborted) return false;
      await desk.read(db);
      await searchRows();
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
      accept: (...event) => whileOpen(() => core.accept(...event)),
    }),
    pages: (handle) => async (request, address) =>
      (await mayWork()) ? handle(request, address) : new Response(String(closed.reason), { status: 410 }),
    controls: (controls) => ({
      ...controls,
      closed,
      turnClock: (ms, stopped) => whileOpen(() => controls.turnClock(ms, stopped)),
      webPath: (person) => whileOpen(() => controls.webPath(person)),
      inspect: (ticket, viewer) => whileOpen(() => controls.inspect(ticket, viewer)),
    }),
  };
};
