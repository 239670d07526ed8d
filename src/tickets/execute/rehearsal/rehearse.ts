import type { Database } from "../../../db/connection/handle.ts";
import {
  countOpenedBetween,
  numbersOpenedBetween,
  mayHold,
  parsedEvents,
  readPast,
  type OpenedBetween,
  type PastEvents,
} from "../../../db/rehearsal/past-store.ts";
import type { Desk } from "../../../desk/desk.ts";
import type { Event } from "../../messages.ts";
import { eventsLeftOut, rehearseTicket } from "../../rehearsal/rehearse-ticket.ts";
import type { RecordedTicket } from "../../rehearsal/rehearsal.ts";
import { createRehearsalTally, type Rehearsal, type RehearsedCoverage } from "../../rehearsal/tally.ts";

/** The events of so many tickets are one statement. */
const usualPage = 100;

/** So many numbers of tickets are read at once, so that each page after them is one statement. */
const numbersAtOnce = 5_000;

/** After so long (ms) the rehearsal lets others have the event loop. */
const longestHold = 5;

type Past = ReadonlyMap<number, PastEvents>;

/** The tickets that were merged into one with these events. Damaged events name none. */
const mergedBy = (events: readonly Event[] | null): readonly number[] =>
  (events ?? []).flatMap((event) => (event.type === "linkAdded" && event.carried !== null ? [event.number] : []));

const mergedInPast = (past: PastEvents): readonly number[] =>
  mayHold(past, "linkAdded") ? mergedBy(parsedEvents(past)) : [];

/** The events of these tickets, and of all that were merged into one of them, also indirectly. */
const pastOf = async (db: Database, numbers: readonly number[]): Promise<Past> => {
  const past = new Map<number, PastEvents>();
  const known = new Set(numbers);
  for (let missing = numbers; missing.length > 0;) {
    const found = await readPast(db, missing, eventsLeftOut);
    for (const [number, events] of found) past.set(number, events);
    missing = [...new Set([...found.values()].flatMap(mergedInPast))].filter((number) => !known.has(number));
    for (const number of missing) known.add(number);
  }
  return past;
};

/** `within`: the tickets that it was merged into. No ticket is merged into itself, unless its events are damaged. */
const recordedTicket = (past: Past, number: number, within: readonly number[] = []): RecordedTicket => {
  const found = past.get(number);
  const events = found === undefined ? [] : parsedEvents(found);
  const known = [...within, number];
  const merged = mergedBy(events).filter((each) => !known.includes(each));
  return { number, events, merged: merged.map((each) => recordedTicket(past, each, known)) };
};

/** The numbers of the tickets that were opened in a time, in order, so many at once. */
async function* pagesOf(
  db: Database,
  time: OpenedBetween,
  perPage: number,
): AsyncGenerator<readonly number[], undefined> {
  for (let after = 0; ;) {
    const numbers = await numbersOpenedBetween(db, time, { after, most: numbersAtOnce });
    for (let from = 0; from < numbers.length; from += perPage) yield numbers.slice(from, from + perPage);
    const last = numbers.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** What is rehearsed. */
export interface RehearsalRequest extends OpenedBetween {
  /** The draft. */
  readonly desk: Desk;
  /** In which the hours of the week are counted. */
  readonly zone: string;
  readonly coverage: RehearsedCoverage;
}

/** How far a rehearsal is. */
export interface RehearsalProgress {
  readonly done: number;
  readonly of: number;
}

/** What a caller hears of a rehearsal, and how they end it. */
export interface RehearsalWatch {
  /** Called after each page of tickets. */
  readonly onProgress?: (progress: RehearsalProgress) => void;
  readonly perPage?: number;
  /** Ends the rehearsal: it throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Lets others have the event loop whenever it was held for long. */
const createBreaks = (signal: AbortSignal | undefined): (() => Promise<void> | null) => {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestHold) return null;
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      signal?.throwIfAborted();
      since = performance.now();
    });
  };
};

/** Rehearses a desk on the tickets that were opened in a time, as they are at its end. It only reads. */
export const rehearse = async (
  db: Database,
  { desk, zone, coverage, since, until }: RehearsalRequest,
  { onProgress = () => {}, perPage = usualPage, signal }: RehearsalWatch = {},
): Promise<Rehearsal> => {
  const time = { since, until };
  const of = await countOpenedBetween(db, time);
  const tally = createRehearsalTally(desk, zone);
  const pages = pagesOf(db, time, perPage);
  const nextPage = async (): Promise<{ readonly numbers: readonly number[]; readonly past: Past } | null> => {
    const { value: numbers } = await pages.next();
    return numbers === undefined ? null : { numbers, past: await pastOf(db, numbers) };
  };
  const takesBreak = createBreaks(signal);
  let done = 0;
  let reading = nextPage();
  for (;;) {
    const page = await reading;
    signal?.throwIfAborted();
    if (page === null) break;
    const { numbers, past } = page;
    // A Postgres server reads the next page while this process computes.
    reading = nextPage();
    // Its failure is thrown where it is awaited.
    reading.catch(() => {});
    for (const number of numbers) {
      await takesBreak();
      tally.add(rehearseTicket(recordedTicket(past, number), desk, until));
    }
    done += numbers.length;
    onProgress({ done, of: Math.max(of, done) });
  }
  return tally.sum({ ...time, coverage });
};
