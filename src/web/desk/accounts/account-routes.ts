import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { encodeAction } from "../../../chat/action.ts";
import { changesMark } from "../../../db/presence-store.ts";
import { everyContactOfAccount } from "../../../db/access/contact-store.ts";
import { accountLoads } from "../../../db/accounts/account-load.ts";
import { notesOfAccount, readNoteLog } from "../../../db/accounts/note-store.ts";
import { queuePage as readQueue } from "../../../db/queue/queue-store.ts";
import { noFilter } from "../../../db/queue/queue-view.ts";
import type { Account } from "../../../desk/desk.ts";
import { accountPath, mayReadNoteLog } from "../../../features/accounts/index.ts";
import { sayIn } from "../../../i18n/say.ts";
import { permitted } from "../../../tickets/permissions.ts";
import type { Visitor, WebEnv } from "../../deps.ts";
import type { DeskPage } from "../desk-page.ts";
import { queuePath } from "../queue-address.ts";
import { accountWith } from "./account-link.ts";
import { accountPage } from "./account-page.ts";
import { accountsPage } from "./accounts-page.ts";
import { countedOfAccount, type ListedAccount } from "./accounts-table.ts";
import { accountsOnPage, listAddressOf, listPath } from "./listed-accounts.ts";
import type { NoteDraft } from "./notes-section.ts";
import type { AccountPeople } from "./people-section.ts";

const pageSize = 25;
const ticketsShown = 20;
/** The notes that a page shows at first and adds with each request for earlier ones, and the most. */
const notesShown = 10;
const mostNotes = 500;
const logShown = 50;
/** The contacts of the desk file whose names a page asks for. Platforms answer few such questions a minute. */
const mostNamed = 50;

/** The loads of accounts, by key. */
export const listedAccounts = async (
  { deps }: DeskPage,
  accounts: readonly Account[],
  { person }: Visitor,
): Promise<readonly ListedAccount[]> => {
  const keys = accounts.map(({ key }) => key);
  const loads = await accountLoads(deps.database.db, keys, { limit: keys.length, atMost: countedOfAccount + 1 });
  return accounts.map((account) => ({
    account,
    load: loads.find((each) => each.account === account.key) ?? null,
    isMine: account.manager === person.key,
  }));
};

/** The people of an account, and the form that invites one more where the viewer may do so. */
const peopleOf = async (
  { deps, formOf, nameOf }: DeskPage,
  account: Account,
  { user, person }: Visitor,
): Promise<AccountPeople> => {
  const everyone = await everyContactOfAccount(deps.database.db, account.key);
  // The desk file may have moved a contact to another account since.
  const added = everyone.filter(
    ({ user: each, withdrawnAt }) => withdrawnAt === null && account.contacts.includes(each),
  );
  const known = new Set(added.flatMap((each) => [each.user, each.knownAs]));
  const others = account.contacts.filter((each) => !known.has(each));
  const named = others.slice(0, mostNamed);
  const from = encodeAction("invite", account.key);
  const form = formOf({ kind: "press", key: randomUUID(), person: user, name: person.name, action: from });
  return {
    added,
    everyone,
    more: others.length - named.length,
    named: await Promise.all(named.map(async (each) => ({ user: each, name: await nameOf({ user: each }) }))),
    opens: permitted({ is: "staff", person }, "openFor") === "yes",
    invite: form === null ? null : { form, from },
  };
};

/** Shows an account's page. `draft`: a note that could not be stored. */
export const showAccount = async (
  page: DeskPage,
  context: Context<WebEnv>,
  account: Account,
  draft: NoteDraft | null = null,
): Promise<Response> => {
  const { deps, answers, contextOf, secretsFor, show } = page;
  const { db } = deps.database;
  const visitor = context.get("visitor");
  const { desk, person, user } = visitor;
  const path = accountPath(account.key);
  const filter = { ...noFilter, account: account.key };
  const viewer = { person: person.key, accounts: [], now: deps.now() };
  const newest = await changesMark(db);
  const tickets = await readQueue(db, { tab: "open", filter }, viewer, { after: null, limit: ticketsShown + 1 });
  const asked = Number(/^\d{1,4}$/.exec(context.req.query("notes") ?? "")?.[0] ?? notesShown);
  const most = Math.min(Math.max(asked, notesShown), mostNotes);
  const notes = await notesOfAccount(db, account.key, most + 1);
  const view = {
    account,
    newest,
    path: most === notesShown ? path : `${path}?notes=${most}`,
    tickets: tickets.slice(0, ticketsShown),
    allTickets: tickets.length === 0 ? null : queuePath({ tab: "open", filter }),
    people: await peopleOf(page, account, visitor),
    notes: {
      notes: notes.slice(0, most),
      earlier: notes.length > most && most < mostNotes ? `${path}?notes=${most + notesShown}#notes` : null,
      log: mayReadNoteLog(person) ? await readNoteLog(db, account.key, logShown) : null,
      draft,
    },
    answer: await answers.read(context.req.query("answer") ?? "", user),
  };
  const content = accountPage(view, { desk, person, secrets: secretsFor(visitor, path) }, contextOf(visitor));
  return show(context, account.name, content);
};

/** The pages about accounts. */
export const accountRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { contextOf, notice, show } = page;
  const app = new Hono<WebEnv>();

  app.get("/desk/accounts", async (context) => {
    const visitor = context.get("visitor");
    const address = listAddressOf(new URL(context.req.url).searchParams);
    const { accounts, more } = accountsOnPage(address, visitor, pageSize);
    const view = {
      accounts: await listedAccounts(page, accounts, visitor),
      words: address.words,
      isFirst: address.after === null,
      next: more ? listPath({ ...address, after: accounts.at(-1)?.key ?? null }) : null,
    };
    const content = accountsPage(view, visitor.desk, contextOf(visitor));
    return show(context, sayIn(visitor.viewer.locale)("accounts.title"), content);
  });

  app.get("/desk/accounts/:key", (context) => {
    const account = accountWith(context.req.param("key"), context.get("visitor").desk);
    return account === null ? notice(context, "noAccount", "/desk/accounts") : showAccount(page, context, account);
  });
  return app;
};
