import pino from "pino";
import { failureCode } from "../chat/failure-code.ts";
import type { Log } from "../chat/port.ts";
import type { Env } from "../env.ts";
import { errorInLine } from "./log-error.ts";
import { openLogSink } from "./log-sink.ts";
import { redact } from "./redact.ts";

/** A log whose lines can all carry the same facts. */
export interface NestedLog extends Log {
  child(about: object): NestedLog;
}

/** A platform's error stands under `why`: of it the log keeps the code. */
const codeInLine = (why: unknown): unknown => (typeof why === "string" ? failureCode(why) : why);

/**
 * The one logger: JSON lines on standard output. Redaction works on the finished line, so that no depth, no error message
 * and no stack escapes it.
 */
export const createLog = (
  settings: Pick<Env, "logLevel" | "secrets">,
  write: (line: string) => void = openLogSink().write,
): NestedLog =>
  pino(
    {
      level: settings.logLevel,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { err: errorInLine, error: errorInLine, why: codeInLine },
    },
    { write: (line) => write(redact(line, settings.secrets)) },
  );
