import { fstatSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { logEvents } from "../chat/log-events.ts";

/** Where the log's lines go. */
export interface LogSink {
  write(line: string): void;
  /** Lines that were not written since the start, because the reader took none and the buffer was full. */
  dropped(): number;
  /** Waits (ms) at most so long for the reader to take the rest. */
  flush(patience?: number): void;
}

const mostBuffered = 4 * 1024 * 1024;
const retryMs = 50;
const flushMs = 500;

/** Makes writing to a pipe or socket return at once where its reader takes nothing. Files never make a writer wait. */
const neverBlock = (fd: number): void => {
  const about = fstatSync(fd);
  // Node sets the flag when it takes up the descriptor; nothing is written by way of this object.
  if (process.platform !== "win32" && (about.isFIFO() || about.isSocket()))
    new Socket({ fd, readable: false, writable: true }).on("error", () => {}).unref();
};

const isFull = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EAGAIN";

/**
 * Lines to a descriptor, each written at once where its reader keeps up, so that the last line before an exit is not lost.
 * Where the reader takes nothing they are kept up to a bound, then dropped and counted: a log must never stop the desk.
 */
export const openLogSink = (fd = 1, most = mostBuffered): LogSink => {
  neverBlock(fd);
  let waiting: Buffer[] = [];
  let size = 0;
  let lost = 0;
  let told = 0;
  let isGone = false;
  let timer: NodeJS.Timeout | undefined;

  const drain = (): void => {
    clearTimeout(timer);
    timer = undefined;
    try {
      while (waiting[0] !== undefined) {
        const [first] = waiting;
        const written = writeSync(fd, first);
        size -= written;
        if (written === first.length) waiting.shift();
        else waiting[0] = first.subarray(written);
      }
    } catch (error) {
      if (isFull(error)) {
        timer = setTimeout(drain, retryMs).unref();
        return;
      }
      // The reader is gone, or the disk is full: there is no other place to tell it.
      isGone = true;
      lost += waiting.length;
      waiting = [];
      size = 0;
    }
  };

  const keep = (line: string): boolean => {
    const bytes = Buffer.from(line);
    if (isGone || size + bytes.length > most) return false;
    waiting.push(bytes);
    size += bytes.length;
    return true;
  };

  const drainAndTell = (): void => {
    if (timer === undefined) drain();
    if (size > 0 || lost === told || isGone) return;
    const since = lost - told;
    told = lost;
    const time = new Date().toISOString();
    keep(
      `${JSON.stringify({ level: "warn", time, event: "log.dropped", dropped: since, msg: logEvents["log.dropped"] })}\n`,
    );
    drain();
  };

  return {
    write: (line) => {
      if (!keep(line)) lost += 1;
      drainAndTell();
    },
    dropped: () => lost,
    flush: (patience = flushMs) => {
      const until = performance.now() + patience;
      const pause = new Int32Array(new SharedArrayBuffer(4));
      while (size > 0 && performance.now() < until) {
        clearTimeout(timer);
        timer = undefined;
        drainAndTell();
        if (size > 0) Atomics.wait(pause, 0, 0, 5);
      }
    },
  };
};
