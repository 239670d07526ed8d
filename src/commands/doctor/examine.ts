import { createDeskCache } from "../../tickets/execute/desk-cache.ts";
import { clockFor } from "../../clock.ts";
import { readUnpostedCards } from "../../db/delivery/card-store.ts";
import { readDesk } from "../../db/desk-store.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { failedReminders } from "../../db/reminder-store.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { deskDocument } from "../../desk/schema.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import { staffChannels } from "../../tickets/routes/team.ts";
import { faultSentence, platformsOn, readEnv, type Env } from "../../env.ts";
import { platformFindings } from "./platform-findings.ts";
import { openEnvFile } from "../../start/private-files.ts";
import { printProblems, say, type Terminal } from "../desk/print.ts";
import { withDatabase } from "../desk/terminal.ts";
import { deskWarnings } from "../../desk/checks/warnings.ts";
import { deskWarningSentence } from "../../features/desk-warnings/index.ts";
import { mailsForStaff, undeliveredReports } from "../../http/attention.ts";
import { absentStaff } from "../desk/absent-staff.ts";

const shown = 20;

/** What the operator must correct, and what they should know. */
interface Findings {
  /** The channels that the desk names, as far as it could be read. */
  readonly channels: readonly ChannelRef[];
  readonly wrong: readonly string[];
  readonly warnings: readonly string[];
  /** What is in order. */
  readonly inOrder: readonly string[];
}

const deskFindings = async (database: DatabaseHandle, env: Env): Promise<Findings> => {
  const { db } = database;
  const stored = await readDesk(db);
  if (stored === null) return { channels: [], wrong: ["no desk file was ever applied"], warnings: [], inOrder: [] };
  const desk = await createDeskCache(deskOf).read(db);
  const { accounts } = desk;
  const now = (await clockFor(env, database)).now();
  const out = absentStaff(desk, now);
  const today = new Date(now).toISOString().slice(0, 10);
  return {
    channels: [...staffChannels(desk), ...Object.values(accounts).flatMap((each) => each.channels)],
    wrong: [],
    warnings: [
      ...deskWarnings(deskDocument.parse(stored.document), platformsOn(env), today).map((each) =>
        deskWarningSentence(each, "en"),
      ),
      ...out.alone,
    ],
    inOrder: out.covered,
  };
};

const ticketFindings = async ({ db }: DatabaseHandle): Promise<readonly string[]> => [
  ...(await readUnpostedCards(db)).map(({ ticket, why }) => `T-${ticket} has no card in triage: ${why}`),
  ...(await failedReminders(db, shown)).map(
    ({ ticket, clock, step, at }) =>
      `T-${ticket}: the ${clock} reminder at ${Math.round(step)} % reached no recipient (planned for ${new Date(at).toISOString()})`,
  ),
];

const databaseFindings = async (terminal: Terminal): Promise<Findings> => {
  const found = {
    channels: [] as ChannelRef[],
    wrong: [] as string[],
    warnings: [] as string[],
    inOrder: [] as string[],
  };
  try {
    await withDatabase(terminal, async (database, env) => {
      if (database.kind === "pglite")
        found.warnings.push(
          "the embedded database may lose recent writes in a power cut; set DATABASE_URL to use Postgres",
        );
      const desk = await deskFindings(database, env);
      found.channels.push(...desk.channels);
      found.warnings.push(...desk.warnings);
      found.inOrder.push(...desk.inOrder);
      found.warnings.push(...(await undeliveredReports(database.db)), ...(await mailsForStaff(database.db)));
      found.wrong.push(...desk.wrong, ...(await ticketFindings(database)));
      return 0;
    });
  } catch (error) {
    found.wrong.push(`the database could not be checked: ${error instanceof Error ? error.message : String(error)}`);
  }
  return found;
};

const examine = async (terminal: Terminal): Promise<number> => {
  const reading = readEnv(terminal.env);
  if (!reading.ok) return printProblems(terminal, ...reading.faults.map(faultSentence));
  const database = await databaseFindings(terminal);
  const wrong = [...database.wrong, ...(await platformFindings(reading.env, database.channels))];
  const openEnv = openEnvFile();
  if (openEnv !== null) say(terminal, `Warning: ${openEnv}.`);
  say(terminal, ...database.inOrder.map((each) => `${each}.`), ...database.warnings.map((each) => `Warning: ${each}.`));
  if (wrong.length > 0) return printProblems(terminal, ...wrong.map((each) => `Wrong: ${each.replace(/\.$/, "")}.`));
  return say(terminal, "Nothing is wrong.");
};

/** Runs the command line `doctor`: says what is wrong, and returns the exit code. */
export const runDoctor = async (terminal: Terminal): Promise<number> => {
  try {
    return await examine(terminal);
  } catch (error) {
    return printProblems(terminal, error instanceof Error ? error.message : String(error));
  }
};
