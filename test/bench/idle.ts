import { setTimeout as pause } from "node:timers/promises";
import { cardsOf, withDesk } from "./first-answers.ts";

/** What an idle desk uses. */
export interface Idle {
  /** From the beginning of the process until it answers that it is ready, in ms. */
  readonly readyMs: number;
  readonly rssMb: number;
  /** Of one CPU. */
  readonly cpuPercent: number;
}

/**
 * How long (ms) a desk rests before the measurement begins. V8 collects what the start left for about 30 s, which takes
 * 2 % of a CPU; after that a desk takes the same at any time.
 */
const restMs = 40_000;
const tickets = 5;

/** A figure that the process reports itself, so it is the same on every system. */
const figure = (metrics: string, name: string): number => {
  const value = new RegExp(`^${name} (\\S+)$`, "m").exec(metrics)?.[1];
  if (value === undefined) throw new Error(`the metrics do not tell ${name}`);
  return Number(value);
};

/** What a desk uses that has started, has some open tickets, and is idle for `seconds`. */
export const idle = (
  database: Readonly<Record<string, string>>,
  dataDir: string,
  { seconds, withTickets }: { readonly seconds: number; readonly withTickets: boolean },
): Promise<Idle> => {
  const begin = performance.now();
  const command = [process.execPath, "--max-semi-space-size=4", "--expose-gc", "src/main.ts"];
  return withDesk(database, dataDir, command, async (slack, url) => {
    const metrics = async (): Promise<string> => (await fetch(new URL("/metrics", url))).text();
    while (!(await fetch(new URL("/readyz", url))).ok) await pause(10);
    const readyMs = performance.now() - begin;
    if (withTickets) await cardsOf(slack, tickets);
    await pause(restMs);
    const before = await metrics();
    await pause(seconds * 1_000);
    const after = await metrics();
    const cpu = "process_cpu_seconds_total";
    return {
      readyMs,
      rssMb: figure(after, "process_resident_memory_bytes") / 2 ** 20,
      cpuPercent: ((figure(after, cpu) - figure(before, cpu)) / seconds) * 100,
    };
  });
};
