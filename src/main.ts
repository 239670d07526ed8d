import { errorFacts, uncaughtFacts } from "./log/log-error.ts";
import { openLogSink } from "./log/log-sink.ts";
import { createLog } from "./log/log.ts";
import { redact } from "./log/redact.ts";
import { visibleText } from "./text/shown-text.ts";
import { faultSentence, readEnv } from "./env.ts";
import { openEnvFile, writeForOwnerOnly } from "./start/private-files.ts";
import { type Plazo, startPlazo } from "./start/plazo.ts";
import { DeskNotUsable } from "./start/start-desk.ts";
import { startTrouble } from "./start/start-trouble.ts";
import { isWriteToClosedConnection } from "./db/connection/closed-connection.ts";

/** Ends the process with a reason that the operator can act on. */
const fail = (...lines: readonly string[]): never => {
  process.stderr.write(`${visibleText(lines.join("\n"))}\n`);
  process.exit(1);
};

writeForOwnerOnly();
const reading = readEnv(process.env);
if (!reading.ok)
  fail("Plazo cannot start with these settings:", ...reading.faults.map((fault) => `  ${faultSentence(fault)}`));
else {
  const { env } = reading;
  const sink = openLogSink();
  const log = createLog(env, sink.write);
  process.on("exit", () => sink.flush());
  const openEnv = openEnvFile();
  if (openEnv !== null) log.warn({ hint: openEnv }, "env.file-exposed");
  let plazo: Plazo | null = null;

  // The first signal stops Plazo, a second one ends it at once. npm passes Ctrl-C and SIGTERM on, so a signal right
  // after the first one is ignored.
  let asked: number | null = null;
  const stop = async (signal: string): Promise<void> => {
    if (asked !== null && performance.now() - asked > 1_000) process.exit(1);
    if (asked !== null) return;
    asked = performance.now();
    log.info({ signal }, "process.stopping");
    await plazo?.stop();
    log.info({}, "process.stopped");
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
  // An uncaught error ends the process, because its state is unknown. The work under way continues at the next start.
  for (const event of ["uncaughtException", "unhandledRejection"] as const)
    process.on(event, (error: unknown) => {
      // The driver already rejected the statements, and they are tried again. The other connections are not affected.
      if (isWriteToClosedConnection(error)) {
        log.warn({ err: error }, "database.connection-closed");
        return;
      }
      log.error({ thrown: uncaughtFacts(error) }, "process.uncaught");
      process.exit(1);
    });

  try {
    plazo = await startPlazo(env, log, sink.dropped, (text) => void process.stdout.write(text));
    if (env.playground) process.stdout.write(`\n  The playground is open: http://127.0.0.1:${plazo.port}/\n\n`);
    else log.info({ port: plazo.port, platforms: plazo.platforms }, "process.ready");
  } catch (error) {
    const trouble = startTrouble(error, env);
    // The log alone must also contain the reason, but no value of the desk file.
    const reason = error instanceof DeskNotUsable ? error.logged : trouble;
    log.error(reason === null ? { err: error } : { reason: redact(reason) }, "process.start-failed");
    if (trouble !== null) fail(error instanceof DeskNotUsable ? trouble : `Plazo cannot start. ${trouble}`);
    const { message, code } = errorFacts(error);
    fail(`Plazo cannot start: ${message}${code === undefined ? "" : ` (${code})`}. The log says where.`);
  }
}
