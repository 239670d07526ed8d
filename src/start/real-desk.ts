import { platforms } from "../../adapters/index.ts";
import { listInText } from "../i18n/languages.ts";
import { realOnly, realPlatforms } from "../desk/checks/real-platforms.ts";
import type { Desk } from "../desk/desk.ts";
import type { Env } from "../env.ts";

const listText = (items: readonly string[]): string => listInText(items, "en");

/** The variables that switch on a platform of real people. */
export const chatVariables = platforms
  .filter(({ kind }) => kind === "chat")
  .map(({ switchedOnBy }) => switchedOnBy)
  .join(", ");

/** The database, named after the variable that the operator can change. */
export const databaseName = ({ databaseUrl, dataDir }: Pick<Env, "databaseUrl" | "dataDir">): string =>
  databaseUrl === null ? `The database in ${dataDir} (DATA_DIR)` : "The database of DATABASE_URL";

const holding = (desk: Desk, where: string): string => {
  const [people, accounts] = [Object.keys(desk.people).length, Object.keys(desk.accounts).length];
  return `${where} holds the desk "${desk.name}" (people: ${people}, accounts: ${accounts})`;
};

const whatIsReal = (desk: Desk, where: string): string | null => {
  const { now, before } = realPlatforms(desk);
  const holds = holding(desk, where);
  if (now.length > 0) return `${holds} on ${listText(now)}, and no token is set.`;
  return before.length > 0 ? `${holds}, and an earlier one with people on ${listText(before)}.` : null;
};

/**
 * Says what was found and what the operator must do if a playground would open a desk of real people; null for a desk
 * of playground people. In the playground every visitor may act as everyone and move the clock. `outcome` says what
 * Plazo did about it.
 */
export const realDeskTrouble = (desk: Desk, where: string, outcome: string): string | null => {
  const found = whatIsReal(desk, where);
  return found === null ? null : refusal(found, outcome);
};

/** The same for the platforms that the rows of the database name. A playground would show their tickets to everybody. */
export const realRowsTrouble = (platforms: readonly string[], where: string, outcome: string): string | null => {
  const real = realOnly(platforms);
  return real.length === 0
    ? null
    : refusal(`${where} holds tickets or messages of people on ${listText(real)}, and no token is set.`, outcome);
};

/** The same for a database that another program uses. The playground's desk enters an empty database only. */
export const otherTablesTrouble = (where: string, outcome: string): string =>
  [
    `${where} holds tables of another program and no desk, and no token is set, so ${outcome}.`,
    `  To run a desk: set its tokens in the environment or in .env, in the folder in which you start (${chatVariables}).`,
    "  To try the playground: leave DATABASE_URL empty, or name an empty database.",
  ].join("\n");

const refusal = (found: string, outcome: string): string =>
  [
    found,
    `The playground would let any visitor act as these people and turn their clock, so ${outcome}.`,
    `  To run this desk: set its tokens in the environment or in .env, in the folder in which you start (${chatVariables}).`,
    "  To try the playground: name an empty folder in DATA_DIR, leave DATABASE_URL and DESK_FILE empty, and start where there is no desk.yaml.",
    '  To try a desk file in the playground: write each person and channel in it as an id of the playground, such as "playground:triage".',
  ].join("\n");

/**
 * Says what the operator must do if tokens of chat platforms would open a desk of playground people only; else null.
 * Its real visitors would reach no person, and a later playground would show their tickets to everybody.
 */
export const demoDeskTrouble = (desk: Desk, where: string, env: Env): string | null => {
  const chats = Object.entries(env.platforms).flatMap(([name, { kind }]) => (kind === "chat" ? [name] : []));
  if (chats.length === 0 || realPlatforms(desk).now.length > 0) return null;
  return [
    `${holding(desk, where)} in the playground only, and tokens of ${listText(chats)} are set, so nothing was started and nothing was written.`,
    `  To run a desk: write your people and channels on ${listText(chats)} to desk.yaml (docs/desk-file.md), or name such a file in DESK_FILE, and name an empty folder in DATA_DIR or an empty database in DATABASE_URL.`,
    `  To try the playground: remove the tokens (${chatVariables}).`,
  ].join("\n");
};
