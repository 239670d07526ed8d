import pino from "pino";
import { failureCode } from "../../adapters/index.ts";
import { logEvents, type LogEvent } from "../chat/log-events.ts";
import type { Log, LogFacts } from "../chat/port.ts";
import type { Env } from "../env.ts";
import { errorFacts } from "./log-error.ts";
import { openLogSink } from "./log-sink.ts";
import { redact } from "./redact.ts";

/** A log whose lines all carry the same facts. */
export interface NestedLog extends Log {
  child(facts: LogFacts): NestedLog;
}

/**
 * An error in a log line. A platform's failure is a string, of which only the code is kept, because the rest may quote
 * people.
 */
const errorInLine = (err: unknown): unknown => (typeof err === "string" ? failureCode(err) : errorFacts(err));

/**
 * Creates the logger: JSON lines on standard output. It redacts the finished line, so that no field, message or stack
 * escapes it.
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

/** Adds the event's name and meaning to each line. */
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
