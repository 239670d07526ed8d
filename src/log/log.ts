import pino from "pino";
import { failureCode } from "../chat/failure-code.ts";
import { logEvents, type LogEvent } from "../chat/log-events.ts";
import type { Log, LogFacts } from "../chat/port.ts";
import type { Env } from "../env.ts";
import { errorFacts } from "./log-error.ts";
import { openLogSink } from "./log-sink.ts";
import { redact } from "./redact.ts";

/** A log whose lines can all carry the same facts. */
export interface NestedLog extends Log {
  child(facts: LogFacts): NestedLog;
}

/** An error by its facts. A failure that a platform reported is a text, of which only the code is kept: the rest may quote people. */
const errorInLine = (err: unknown): unknown => (typeof err === "string" ? failureCode(err) : errorFacts(err));

/**
 * The one logger: JSON lines on standard output. Redaction works on the finished line, so that no depth, no error message
 * and no stack escapes it.
 */
export const createLog = (
  settings: Pick<Env, "logLevel" | "secrets">,
  write: (line: string) => void = openLogSink().write,
): NestedLog =>
  withEvents(
    pino(
      {
        level: settings.logLevel,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (level) => ({ level }) },
        serializers: { err: errorInLine },
      },
      { write: (line) => write(redact(line, settings.secrets)) },
    ),
  );

/** Adds to each line the name of its event, and what the event means. */
const withEvents = (lines: pino.Logger): NestedLog => {
  const at =
    (level: "debug" | "info" | "warn" | "error") =>
    (facts: LogFacts, event: LogEvent): void =>
      lines[level]({ event, ...facts }, logEvents[event]);
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    child: (facts) => withEvents(lines.child(facts)),
  };
};
