import { platforms } from "../../adapters/index.ts";
import { listText } from "../desk/desk-fault.ts";
import { realPlatforms } from "../desk/checks/real-platforms.ts";
import type { Desk } from "../desk/desk.ts";
import type { Env } from "../env.ts";

/** The variables that switch on a platform of real people. */
const chatVariables = platforms
  .filter(({ kind }) => kind === "chat")
  .map(({ switchedOnBy }) => switchedOnBy)
  .join(", ");

/** The database, named after the variable that the operator can change. */
export const databaseName = ({ databaseUrl, dataDir }: Pick<Env, "databaseUrl" | "dataDir">): string =>
  databaseUrl === null ? `The database in ${dataDir} (DATA_DIR)` : "The database of DATABASE_URL";

const whatIsReal = (desk: Desk, where: string): string | null => {
  const { now, before } = realPlatforms(desk);
  const [people, accounts] = [Object.keys(desk.people).length, Object.keys(desk.accounts).length];
  const holds = `${where} holds the desk "${desk.name}" (people: ${people}, accounts: ${accounts})`;
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
  if (found === null) return null;
  return [
    found,
    `The playground would let everybody act as these people and turn their clock, so ${outcome}.`,
    `  To run this desk: set its tokens in the environment or in .env, in the folder in which you start (${chatVariables}).`,
    "  To try the playground: name an empty folder in DATA_DIR, leave DATABASE_URL and DESK_FILE empty, and start where there is no desk.yaml.",
    '  To try a desk file in the playground: write each person and channel in it as an id of the playground, such as "playground:triage".',
  ].join("\n");
};
