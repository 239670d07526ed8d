import { transcriptFormats } from "../../requests/intent.ts";
import { boundedEvents } from "../../tickets/execute/bounded-events.ts";
import { createDeskCache } from "../../tickets/execute/desk-cache.ts";
import { ticketNumber } from "../../tickets/ticket.ts";
import { clockFor } from "../../clock.ts";
import { carriedFiles } from "../../db/delivery/file-store.ts";
import { readTicket } from "../../db/ticket-store.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { deskViewer } from "../../i18n/viewer-for.ts";
import { transcriptFile, transcriptOf } from "../../features/transcript/index.ts";
import { printProblems, say, type Terminal } from "./print.ts";
import { logDisclosure, withDatabase } from "./terminal.ts";

/** The most bytes of enclosed files. */
const largest = 100 * 1024 * 1024;

/** Prints the whole transcript of a ticket in the desk's language and time zone. Returns the exit code. */
export const transcript = async (
  terminal: Terminal,
  named: string,
  asked: string = transcriptFormats[0],
): Promise<number> => {
  const number = ticketNumber(named);
  const format = transcriptFormats.find((each) => each === asked);
  if (number === null) return printProblems(terminal, `“${named}” is not a ticket number.`);
  if (format === undefined)
    return printProblems(terminal, `--format is "${asked}": expected one of ${transcriptFormats.join(", ")}.`);
  return withDatabase(terminal, async (database, env) => {
    const ticket = await readTicket(database.db, number);
    if (ticket === null) return printProblems(terminal, `There is no ticket T-${number}.`);
    logDisclosure(terminal, env, "transcript", { ticket: number });
    const desk = await createDeskCache(deskOf).read(database.db);
    const events = await boundedEvents(database.db, number, { whole: Infinity });
    const { now } = await clockFor(env, database);
    const whole = transcriptOf(ticket, events, { desk, is: "staff", viewer: deskViewer(desk), madeAt: now() });
    const files = format === "md" ? undefined : await carriedFiles(database.db, number, largest, largest);
    return say(terminal, transcriptFile(whole, format, files).text.trimEnd());
  });
};
