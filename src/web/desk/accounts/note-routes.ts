import { Hono, type Context } from "hono";
import { rowNumber } from "../../../chat/action-arguments.ts";
import {
  deleteAccountNote,
  editAccountNote,
  readAccountNote,
  writeAccountNote,
  type AccountNote,
} from "../../../db/accounts/note-store.ts";
import type { Account } from "../../../desk/desk.ts";
import { accountPath, mayChangeNote, noteText } from "../../../features/accounts/index.ts";
import { sayIn } from "../../../i18n/say.ts";
import { permitted } from "../../../tickets/permissions.ts";
import type { WebEnv } from "../../deps.ts";
import type { Posted } from "../../posted.ts";
import type { DeskPage } from "../desk-page.ts";
import { accountWith } from "./account-link.ts";
import { showAccount } from "./account-routes.ts";

/** Writing, changing and deleting notes about accounts. */
export const noteRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { deps, notice, postedBy } = page;
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  const act = (context: Context<WebEnv>) => ({ by: context.get("visitor").person.key, at: deps.now() });
  const back = (context: Context<WebEnv>, { key }: Account) => context.redirect(`${accountPath(key)}#notes`, 303);

  /** Continues with the account of the address and the form, if this person may write notes. */
  const withAccount = async (
    context: Context<WebEnv>,
    next: (account: Account, posted: Posted) => Promise<Response>,
  ): Promise<Response> => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const { desk, person } = context.get("visitor");
    const account = accountWith(context.req.param("key") ?? "", desk);
    const mayRead = permitted({ is: "staff", person }, "accountNotes") === "yes";
    if (!mayRead) context.set("refused", "page");
    if (account === null || !mayRead) return notice(context, "noAccount", "/desk/accounts");
    return next(account, posted);
  };

  /** The same with a note of this account that this person may change. Another one reads like one that is not there. */
  const withNote = (
    context: Context<WebEnv>,
    next: (account: Account, note: AccountNote, posted: Posted) => Promise<Response>,
  ): Promise<Response> =>
    withAccount(context, async (account, posted) => {
      const id = rowNumber(context.req.param("note"));
      const note = id === null ? null : await readAccountNote(db, account.key, id);
      if (note !== null && mayChangeNote(context.get("visitor").person, note)) return next(account, note, posted);
      if (note !== null) context.set("refused", "form");
      return notice(context, "noNote", accountPath(account.key));
    });

  const textOf = (context: Context<WebEnv>, { values }: Posted) => {
    const typed = values.get("text") ?? "";
    return { typed, read: noteText(typed, sayIn(context.get("visitor").viewer.locale)) };
  };

  app.post("/desk/accounts/:key/notes", (context) =>
    withAccount(context, async (account, posted) => {
      const { typed, read } = textOf(context, posted);
      if (!read.ok) return showAccount(page, context, account, { note: null, text: typed, error: read.error });
      const key = `${context.get("visitor").user}:${posted.key}`;
      await writeAccountNote(db, { key, account: account.key, text: read.text }, act(context));
      return back(context, account);
    }),
  );

  app.post("/desk/accounts/:key/notes/:note", (context) =>
    withNote(context, async (account, { id }, posted) => {
      const { typed, read } = textOf(context, posted);
      if (!read.ok) return showAccount(page, context, account, { note: id, text: typed, error: read.error });
      await editAccountNote(db, { id, account: account.key, text: read.text }, act(context));
      return back(context, account);
    }),
  );

  app.post("/desk/accounts/:key/notes/:note/delete", (context) =>
    withNote(context, async (account, { id }) => {
      await deleteAccountNote(db, { id, account: account.key }, act(context));
      return back(context, account);
    }),
  );
  return app;
};
