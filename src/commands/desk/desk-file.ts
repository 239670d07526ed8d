import { isForCustomer } from "../../sla/clock-kinds.ts";
import { applyDesk } from "../../tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../tickets/execute/desk-cache.ts";
import { offerTicketsLeft, offerTicketsOfRemoved } from "../../tickets/execute/offer-tickets-of-removed.ts";
import { openTicketsOfRemoved } from "../../tickets/execute/open-tickets-of-removed.ts";
import { readDesk } from "../../db/desk-store.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { exportDesk } from "../../desk/desk-document.ts";
import type { SwitchedOn } from "../../desk/checks/reachable.ts";
import { readDeskFile, type DeskReading } from "../../desk/read-desk-file.ts";
import type { DeskFault } from "../../desk/findings.ts";
import type { Removed } from "../../desk/removal/removed.ts";
import type { Desk } from "../../desk/desk.ts";
import { deskFaultSentence } from "../../features/desk-checks/index.ts";
import {
  accessKeptSentence,
  accessLostSentence,
  deskLossLine,
  deskWarningSentence,
  ticketsLeftSentence,
} from "../../features/desk-warnings/index.ts";
import type { LeavingContacts } from "../../tickets/contact.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { clockFor } from "../../clock.ts";
import { platformsOn, readEnv } from "../../env.ts";
import { answerDue } from "./due.ts";
import { deskInForce } from "./in-force.ts";
import { replan } from "./replan.ts";
import { readTextFile } from "../../start/read-text-file.ts";
import { writePrivateFile } from "../../start/private-files.ts";
import { operatorName } from "./operator-name.ts";
import { listing, printProblems, say, type Terminal } from "./print.ts";
import { logDisclosure, withDatabase } from "./terminal.ts";

/** Prints every fault of a desk file, in English: the terminal has one language. */
export const complainOf = (terminal: Terminal, file: string, faults: readonly DeskFault[]): 1 => {
  const count = faults.length === 1 ? "one fault" : `${faults.length} faults`;
  return printProblems(
    terminal,
    `${file} has ${count}, so it cannot be applied:`,
    ...faults.map((each) => `  ${deskFaultSentence(each, "en")}`),
  );
};

const summary = (desk: Desk): string => {
  const counted = (section: "calendars" | "plans" | "people" | "accounts"): string =>
    `${section}: ${Object.keys(desk[section]).length}`;
  const steps = desk.ladder
    .filter(({ clocks }) => clocks.some(isForCustomer))
    .map(({ when }) => (when.by === "used" ? `${when.percent}%` : `${when.ms / 60_000} min before`))
    .join(", ");
  return `${desk.name}: ${counted("calendars")}, ${counted("plans")}, ${counted("people")}, ${counted("accounts")}; reminders at ${steps}.`;
};

/** The platforms of this environment; null if none is set up, because the file may be written on another machine. */
export const platformsHere = ({ env }: Terminal): SwitchedOn => {
  const reading = readEnv(env);
  if (!reading.ok) return null;
  const isKnown = Object.values(reading.env.platforms).some(({ kind }) => kind === "chat" || kind === "mail");
  return isKnown ? platformsOn(reading.env) : null;
};

/** A hint for a file that is no whole desk but a valid part of the one in force. */
export const partHint = (file: string, text: string, current: unknown, part: boolean): readonly string[] =>
  !part && current !== null && readDeskFile(text, current, { part: true }).ok
    ? [`${file} is valid as a part of the desk in force: add --part.`]
    : [];

/** The contacts whom the staff added and whom a change of the desk concerns. */
const contactLines = ({ withdrawn, kept }: LeavingContacts): readonly string[] => [
  ...listing(
    "People whom the staff added as contacts lose their access for good:",
    withdrawn.map((each) => accessLostSentence(each, "en")),
  ),
  ...listing(
    "People who were added by a person who leaves, or who has another account now, keep their access. Withdraw it on the account's page if they should not have it:",
    kept.map((each) => accessKeptSentence(each, "en")),
  ),
];

const lossLines = ({ losses }: Removed): readonly string[] => losses.map(deskLossLine);

/** Checks a desk file, and says what applying it would remove. Returns the exit code, as all of these do. */
export const check = async (terminal: Terminal, file: string, part: boolean): Promise<number> => {
  const text = readTextFile(file);
  const inForce = await deskInForce(terminal);
  const {
    document: current,
    former,
    contacts,
  } = "unread" in inForce ? { document: null, former: null, contacts: [] } : inForce;
  const reading = readDeskFile(text, current, { part, former });
  const alone =
    "unread" in inForce
      ? [
          `${file} was checked on its own, because the desk in force cannot be read: ${inForce.unread.replace(/\.$/, "")}.`,
        ]
      : [];
  if (!reading.ok) {
    complainOf(terminal, file, reading.faults);
    return printProblems(terminal, ...partHint(file, text, current, part), ...alone);
  }
  // Loading the holiday data takes a moment, so only this command does it.
  const { deskWarnings } = await import("../../desk/checks/warnings.ts");
  const warnings = deskWarnings(reading.document, platformsHere(terminal), today());
  return say(
    terminal,
    `${file} is right. ${summary(deskOf(reading.document, 0))}`,
    ...warnings.map((each) => `Warning: ${deskWarningSentence(each, "en")}.`),
    ...listing("Applying it removes from the desk in force:", lossLines(reading.removed)),
    ...contactLines(reading.sortsContacts(contacts, Date.now())),
    ...alone,
  );
};

/** Answers questions about due times from standard input, for the desk of a file. */
export const due = async (terminal: Terminal, file: string): Promise<number> => {
  const reading = readDeskFile(readTextFile(file));
  if (!reading.ok) return complainOf(terminal, file, reading.faults);
  await answerDue(deskOf(reading.document, 0), terminal.input, terminal.out);
  return 0;
};

const today = (): string => new Date().toISOString().slice(0, 10);

/** Lists the open targets that would move under the desk in force, or moves them. */
export const replanned = (terminal: Terminal, apply: boolean): Promise<number> =>
  withDatabase(terminal, async (database, env) =>
    say(terminal, ...(await replan(database, (await clockFor(env, database)).now(), apply))),
  );

/** Applies a desk file, whole or as a part. */
export const apply = (terminal: Terminal, file: string, part: boolean): Promise<number> => {
  const text = readTextFile(file);
  return withDatabase(terminal, async (database, env) => {
    let inForce: unknown = null;
    const read = (current: unknown, former: unknown): DeskReading => {
      inForce = current;
      return readDeskFile(text, current, { part, former });
    };
    const applied = await applyDesk(database, read, Date.now(), {
      source: "command",
      author: operatorName(),
    });
    if (!applied.ok) {
      complainOf(terminal, file, applied.faults);
      return printProblems(terminal, ...partHint(file, text, inForce, part));
    }
    const cache = createDeskCache(deskOf);
    const desk = await cache.read(database.db);
    if (applied.changed) await offerTicketsOfRemoved({ database, desk: cache });
    const unread: number[] = [];
    const { now } = await clockFor(env, database);
    await offerTicketsLeft({ database, desk: cache }, now(), (ticket) => unread.push(ticket));
    const { removed } = applied.reading;
    return say(
      terminal,
      applied.changed
        ? `${file} is in force as version ${applied.version}.`
        : `${file} changes nothing: version ${applied.version} stays.`,
      ...listing("It removed:", lossLines(removed)),
      ...contactLines(applied.contacts),
      ...listing("Open tickets of people who left that cannot be read, and stay as they are:", unread.map(ticketName)),
      ...listing(
        "Open tickets of people and accounts that left are flagged and offered in triage:",
        (await openTicketsOfRemoved(database.db, desk, removed)).map((each) => ticketsLeftSentence(each, "en")),
      ),
    );
  });
};

/** Writes the desk in force as a desk file, or prints it. */
export const exportTo = (terminal: Terminal, file: string | undefined): Promise<number> =>
  withDatabase(terminal, async (database, env) => {
    const stored = await readDesk(database.db);
    if (stored === null) return printProblems(terminal, "No desk file was ever applied.");
    logDisclosure(terminal, env, "export", { version: stored.version });
    const text = exportDesk(stored.document);
    if (file === undefined) return say(terminal, text.trimEnd());
    writePrivateFile(file, text);
    return say(terminal, `${file} now holds version ${stored.version}.`);
  });
