import { fstatSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { logEvents } from "../chat/log-events.ts";

/** The destination of the log's lines. */
export interface LogSink {
  write(line: string): void;
  /** The number of lines dropped since the start, because the reader was too slow and the buffer was full. */
  dropped(): number;
  /** Waits at most so long (ms) for the reader to accept the rest. */
  flush(patience?: number): void;
}

const mostBuffered = 4 * 1024 * 1024;
const retryMs = 50;
const flushMs = 500;

/** Makes writes to a pipe or socket return at once if the reader is slow. Writes to files never wait. */
const neverBlock = (fd: number): void => {
  const about = fstatSync(fd);
  // Node sets the flag when it wraps the descriptor. Nothing is written through this object.
  if (process.platform !== "win32" && (about.isFIFO() || about.isSocket()))
    new Socket({ fd, readable: false, writable: true }).on("error", () => {}).unref();
};

/** The reader closed the pipe, or the descriptor is closed. No later write can succeed. */
const isEnd = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "EBADF");

/**
 * Writes lines to a descriptor at once if the reader keeps up, so that the last line before an exit is not lost. If the
 * reader is slow or the disk is full, lines are buffered up to a limit, then dropped and counted: logging must never
 * stop the desk.
 */
export const openLogSink = (fd = 1, most = mostBuffered, write = writeSync): LogSink => {
  neverBlock(fd);
  let waiting: Buffer[] = [];
  let size = 0;
  let dropped = 0;
  let reported = 0;
  let isGone = false;
  let timer: NodeJS.Timeout | undefined;

  const drain = (): void => {
    clearTimeout(timer);
    timer = undefined;
    try {
      while (waiting[0] !== undefined) {
        const [first] = waiting;
        const written = write(fd, first);
        size -= written;
        if (written === first.length) waiting.shift();
        else waiting[0] = first.subarray(written);
      }
    } catch (error) {
      // A slow reader, or a full disk: both may end.
      if (!isEnd(error)) {
        timer = setTimeout(drain, retryMs).unref();
        return;
      }
      // There is no other place to report it.
      isGone = true;
      dropped += waiting.length;
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

  const drainAndReport = (): void => {
    if (timer === undefined) drain();
    if (size > 0 || dropped === reported || isGone) return;
    const since = dropped - reported;
    reported = dropped;
    const time = new Date().toISOString();
    keep(
      `${JSON.stringify({ level: "warn", time, event: "log.dropped", dropped: since, msg: logEvents["log.dropped"] })}\n`,
    );
    drain();
  };

  return {
    write: (line) => {
      if (!keep(line)) dropped += 1;
      drainAndReport();
    },
    dropped: () => dropped,
    flush: (patience = flushMs) => {
      const until = performance.now() + patience;
      const pause = new Int32Array(new SharedArrayBuffer(4));
      while (size > 0 && performance.now() < until) {
        clearTimeout(timer);
        timer = undefined;
        drainAndReport();
        if (size > 0) Atomics.wait(pause, 0, 0, 5);
      }
    },
  };
};
