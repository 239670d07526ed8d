import type { Instant } from "../sla/instant.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { applyDesk } from "../tickets/execute/apply-desk.ts";
import { OperatorError } from "../chat/error-kind.ts";
import type { Log } from "../chat/port.ts";
import { platformsInRows } from "../db/platforms-in-rows.ts";
import { readDesk, type StoredDesk } from "../db/desk-store.ts";
import { readDeskAt } from "../db/desk/version-store.ts";
import type { BeforeMigration } from "../db/connection/found-database.ts";
import type { DatabaseHandle } from "../db/connection/handle.ts";
import { isReal } from "../desk/checks/real-platforms.ts";
import { deskOf } from "../desk/desk-of.ts";
import type { DeskFault } from "../desk/findings.ts";
import { readDeskFile, type DeskReading } from "../desk/read-desk-file.ts";
import { deskFaultSentence, loggedDeskFault } from "../features/desk-checks/index.ts";
import { isPlaygroundAlone, platformsOn, type Env } from "../env.ts";
import type { SettingsDeps } from "../web/deps.ts";
import { readTextFile } from "./read-text-file.ts";
import {
  chatVariables,
  databaseName,
  demoDeskTrouble,
  otherTablesTrouble,
  realDeskTrouble,
  realRowsTrouble,
} from "./real-desk.ts";

const usualFile = "desk.yaml";
const demoFile = join(import.meta.dirname, "../../adapters/playground/demo-desk.yaml");

/**
 * The desk's settings must be corrected before it can start. The message says how, a line each. It may quote the desk
 * file, so it is printed for the operator; `logged` is the same without values.
 */
export class DeskNotUsable extends OperatorError {
  readonly logged: string;
  constructor(message: string, { logged = message, ...options }: ErrorOptions & { readonly logged?: string } = {}) {
    super(message, options);
    this.logged = logged;
  }
}

/** A desk that may start. Nothing was written yet. */
export interface PreparedDesk {
  /** Applies the desk file, if there is one. Resolves with whether that changed anything. */
  apply(now: Instant, log: Log): Promise<boolean>;
}

/** The file to apply: DESK_FILE, else `desk.yaml` if it exists. */
const fileFor = (env: Env): string | null => env.deskFile ?? (existsSync(usualFile) ? usualFile : null);

/** What the settings of the web desk must know of this process. */
export const settingsOf = (env: Env): SettingsDeps => ({
  deskFile: fileFor(env),
  platformsOn: isPlaygroundAlone(env) ? null : platformsOn(env),
  trouble: (desk) => {
    if (env.playground) return isReal(desk) ? "realPeople" : null;
    return demoDeskTrouble(desk, "The proposed desk", env) === null ? null : "demoPeople";
  },
});

/**
 * Reads the desk file and the desk in force, and writes nothing. If there is neither, and a chat platform is
 * switched on, `setUp` waits until a person made a desk. Rejects with every fault of the file, if there is no desk and no
 * `setUp`, if a playground would open a desk or a database of real people, and if chat tokens would
 * open a desk of the playground.
 */
export const prepareDesk = async (
  env: Env,
  database: DatabaseHandle,
  setUp?: () => Promise<void>,
): Promise<PreparedDesk> => {
  const stored = await readDesk(database.db);
  const refuseReal = env.playground ? refuseRealDesk : () => {};
  const refuseInForce: RefuseInForce = (document, former) => {
    if (document !== null) refuseReal(document, former, databaseName(env));
  };
  refuseInForce(stored?.document ?? null, stored?.former ?? null);
  if (env.playground) await refuseRealRows(env, database);
  const file = fileFor(env) ?? (stored === null && isPlaygroundAlone(env) ? demoFile : null);
  if (file !== null) {
    const prepared = preparedFrom(file, stored, database, refuseInForce);
    refuseReal(prepared.document, null, file);
    refuseDemoDesk(prepared.document, file, env);
    return prepared;
  }
  if (stored !== null) {
    refuseDemoDesk(stored.document, databaseName(env), env);
    return { apply: async () => false };
  }
  // Without a chat platform no person could be its administrator.
  if (setUp !== undefined && Object.values(env.platforms).some(({ kind }) => kind === "chat")) {
    await setUp();
    return prepareDesk(env, database);
  }
  throw new DeskNotUsable(
    `There is no desk yet: set the tokens of a platform (${chatVariables}), write ${usualFile} (docs/desk-file.md shows one), or name a desk file in DESK_FILE.`,
  );
};

/** Refuses the desk in force if it may not be replaced. */
type RefuseInForce = (document: unknown, former: unknown) => void;

const preparedFrom = (
  file: string,
  stored: StoredDesk | null,
  database: DatabaseHandle,
  refuseInForce: RefuseInForce,
): PreparedDesk & { readonly document: unknown } => {
  const text = readText(file);
  const read = (current: unknown, former: unknown): DeskReading => readDeskFile(text, current, { former });
  const reading = read(stored?.document ?? null, stored?.former ?? null);
  if (!reading.ok) throw notApplicable(file, reading);
  return {
    document: reading.document,
    apply: async (now, log) => {
      const readAgain: typeof read = (current, former) => {
        // Another process may have applied a desk since the first look.
        refuseInForce(current, former);
        return read(current, former);
      };
      const applied = await applyDesk(database, readAgain, now);
      if (!applied.ok) throw notApplicable(file, applied);
      log.info({ file, version: applied.version, changed: applied.changed }, "desk.applied");
      const before = applied.changed ? await readDeskAt(database.db, applied.version - 1) : null;
      if (before?.source === "web") log.warn({ file, replaced: before.version }, "desk.web-version-replaced");
      const sections = {
        ...applied.reading.removed.sections,
        ...(applied.contacts.withdrawn.length === 0 ? {} : { access: applied.contacts.withdrawn.length }),
      };
      if (Object.keys(sections).length > 0) log.warn({ file, removed: sections }, "desk.removed");
      return applied.changed;
    },
  };
};

const notApplicable = (file: string, { faults }: Extract<DeskReading, { ok: false }>): DeskNotUsable => {
  const listed = (sentence: (fault: DeskFault) => string): string =>
    [`${file} cannot be applied:`, ...faults.map((fault) => `  ${sentence(fault)}`)].join("\n");
  return new DeskNotUsable(
    listed((fault) => deskFaultSentence(fault, "en")),
    { logged: listed(loggedDeskFault) },
  );
};

const refuseIf = (trouble: string | null): void => {
  if (trouble !== null) throw new DeskNotUsable(trouble);
};

const nothingDone = "nothing was started and nothing was written";

const refuseRealDesk = (document: unknown, former: unknown, where: string): void =>
  refuseIf(realDeskTrouble(deskOf(document, 0, former), where, nothingDone));

/** Refuses a database that is not the playground's own before Plazo makes or changes a table in it. */
export const lookForPlayground =
  (env: Env): BeforeMigration =>
  ({ holds, desk }) => {
    if (holds === "other") refuseIf(otherTablesTrouble(databaseName(env), nothingDone));
    if (desk !== null) refuseRealDesk(desk.document, desk.former, databaseName(env));
  };

const refuseRealRows = async (env: Env, { db }: DatabaseHandle): Promise<void> =>
  refuseIf(realRowsTrouble(await platformsInRows(db), databaseName(env), nothingDone));

const refuseDemoDesk = (document: unknown, where: string, env: Env): void =>
  refuseIf(demoDeskTrouble(deskOf(document, 0), where, env));

const readText = (file: string): string => {
  try {
    return readTextFile(file);
  } catch (error) {
    throw new DeskNotUsable(error instanceof Error ? error.message : String(error), { cause: error });
  }
};
