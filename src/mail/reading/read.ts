import { Worker } from "node:worker_threads";
import type { MailToRead, ReadAnswer } from "./mail-thread.ts";
import { maxMailBytes, type MailReading, type ReadingSettings, type Unreadable } from "./read-mail.ts";

/** A thread that reads no mail for so long (ms) ends, so that its memory is free. */
const idleMs = 60_000;
/** How long (ms) one mail may take. A sender chooses how hard it is to read. */
const longestMs = 20_000;
/** In megabytes: the largest mail, decoded, and the same once more as texts and files. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

interface ReadingThread {
  readonly worker: Worker;
  idle: NodeJS.Timeout | null;
  /** Ends the reading under way. */
  settle: ((reading: MailReading) => void) | null;
}

let thread: ReadingThread | null = null;
let asked = 0;
/** One mail at a time: others wait for it. */
let last: Promise<unknown> = Promise.resolve();

const failed = (why: Unreadable): MailReading => ({ ok: false, why });

const end = (of: ReadingThread, why: Unreadable): void => {
  if (thread === of) thread = null;
  if (of.idle !== null) clearTimeout(of.idle);
  of.settle?.(failed(why));
  of.settle = null;
  void of.worker.terminate();
};

const startThread = (): ReadingThread => {
  // The thread does not inherit this process's Node options, such as an env file.
  const worker = new Worker(new URL("mail-thread.ts", import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: memory,
  });
  const started: ReadingThread = { worker, idle: null, settle: null };
  worker.on("message", ({ reading }: ReadAnswer) => {
    started.settle?.(reading);
    started.settle = null;
  });
  // A mail that needs too much memory ends the thread.
  worker.on("error", () => end(started, "damaged"));
  worker.on("exit", () => end(started, "damaged"));
  return started;
};

const readNow = async (raw: Uint8Array<ArrayBuffer>, settings: ReadingSettings): Promise<MailReading> => {
  const reading = (thread ??= startThread());
  if (reading.idle !== null) clearTimeout(reading.idle);
  reading.idle = null;
  reading.worker.ref();
  const { promise, resolve } = Promise.withResolvers<MailReading>();
  reading.settle = resolve;
  const late = setTimeout(() => end(reading, "tookTooLong"), longestMs);
  const request: MailToRead = { id: (asked += 1), raw, settings };
  reading.worker.postMessage(request, [raw.buffer]);
  const read = await promise;
  clearTimeout(late);
  if (thread === reading) {
    reading.worker.unref();
    reading.idle = setTimeout(() => end(reading, "damaged"), idleMs).unref();
  }
  return read;
};

/**
 * Reads a raw mail. A thread of its own does it, because a sender chooses how much there is to read: it has limits of time, memory,
 * parts and headers, starts with the first mail, and ends after an idle minute. The bytes move to the thread, so the caller has
 * them no more. It never rejects.
 */
export const readMail = (raw: Uint8Array<ArrayBuffer>, settings: ReadingSettings): Promise<MailReading> => {
  if (raw.byteLength > maxMailBytes) return Promise.resolve(failed("tooLarge"));
  const reading = last.then(() => readNow(raw, settings));
  last = reading;
  return reading;
};
