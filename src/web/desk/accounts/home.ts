import type { Context } from "hono";
import { changesMark } from "../../../db/presence-store.ts";
import { accountLoads } from "../../../db/accounts/account-load.ts";
import { queuePage as readQueue } from "../../../db/queue/queue-store.ts";
import { noFilter } from "../../../db/queue/queue-view.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { WebEnv } from "../../deps.ts";
import type { DeskPage } from "../desk-page.ts";
import { homePage } from "./accounts-page.ts";
import { countedOfAccount } from "./accounts-table.ts";
import { accountsManagedBy } from "./listed-accounts.ts";

const accountsShown = 25;
const ticketsShown = 20;

/** Shows an account manager their accounts and the tickets of these, next due first. */
export const showHome = async ({ deps, contextOf, show }: DeskPage, context: Context<WebEnv>): Promise<Response> => {
  const { db } = deps.database;
  const visitor = context.get("visitor");
  const { desk, person } = visitor;
  const mine = accountsManagedBy(person, desk);
  const keys = mine.map(({ key }) => key);
  const newest = await changesMark(db);
  const loads = await accountLoads(db, keys, { limit: accountsShown, atMost: countedOfAccount + 1 });
  const accounts = loads.flatMap((load) =>
    mine.flatMap((account) => (account.key === load.account ? [{ account, load, isMine: false }] : [])),
  );
  const viewer = { person: person.key, accounts: keys, now: deps.now() };
  const place = { after: null, limit: ticketsShown };
  const tickets = await readQueue(db, { tab: "accounts", filter: noFilter }, viewer, place);
  return show(
    context,
    sayIn(visitor.viewer.locale)("accounts.mine"),
    homePage({ accounts, tickets, newest }, desk, contextOf(visitor)),
  );
};
