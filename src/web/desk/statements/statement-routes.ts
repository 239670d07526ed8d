import { Hono, type Context } from "hono";
import { rowNumber } from "../../../chat/action-arguments.ts";
import { everyContactOfAccount } from "../../../db/access/contact-store.ts";
import { noticesOf, tellAgain } from "../../../db/statements/notice-store.ts";
import {
  listStatements,
  newestOf,
  readStatementLog,
  readStatementRow,
  type ListedStatement,
} from "../../../db/statements/statement-store.ts";
import {
  asSentenceText,
  isTooLong,
  longestSentence,
  mayWriteStatement,
  statementFileName,
  statementPath,
  statementsPath,
} from "../../../features/statements/index.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { missedKey } from "../../../reports/statement-figures.ts";
import { dateAt } from "../../../sla/wall-clock.ts";
import {
  draftStatement,
  mostMissed,
  periodFrom,
  readStatement,
  saveSentences,
  sendStatement,
  type SendRefusal,
} from "../../../statements/statements.ts";
import { permitted } from "../../../tickets/permissions.ts";
import { ticketName } from "../../../tickets/ticket.ts";
import type { WebEnv } from "../../deps.ts";
import { documentFormats, documentResponse } from "../../files/document-response.ts";
import { noticePage } from "../../pages/small-pages.ts";
import type { Posted } from "../../posted.ts";
import type { DeskPage } from "../desk-page.ts";
import { accountNamed, statementListPage } from "./statement-list.ts";
import { sentenceField, statementPage, type StatementFeedback, type NotifiedContact } from "./statement-page.ts";

const listed = 200;

const noFeedback: StatementFeedback = { done: null, error: null, typed: new Map() };

/** What a page says after an act, by the word in its address. */
const doneKeys = [
  ["saved", "statement.saved"],
  ["sent", "statement.sent"],
  ["telling", "statement.notifyingAgain"],
] as const;

/** Why a statement was not sent, as a sentence. */
const refusalText = (refusal: SendRefusal, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  switch (refusal.why) {
    case "periodLasts":
      return say("statement.refused.periodLasts", { at: datedMomentText(refusal.until, viewer) });
    case "running":
      return say("statement.refused.running", { tickets: refusal.tickets.slice(0, 20).map(ticketName).join(", ") });
    case "unwritten":
      return say("statement.refused.unwritten", { count: refusal.count });
    case "tooMany":
      return say("statement.refused.tooMany", { most: mostMissed });
    default:
      return say(`statement.refused.${refusal.why}`);
  }
};

/** The statements for customers: list, draft, preview, sending, and what was sent. */
export const statementRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { deps, notice, postedBy, secretsFor, show } = page;
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  const mayRead = (context: Context<WebEnv>): boolean =>
    permitted({ is: "staff", person: context.get("visitor").person }, "statements") === "yes";

  const mayWrite = (context: Context<WebEnv>, key: string): boolean => {
    const { desk, person } = context.get("visitor");
    const account = accountNamed(desk, key);
    return account !== null && mayWriteStatement(person, account, desk);
  };

  const notThere = (context: Context<WebEnv>): Promise<Response> => {
    const say = sayIn(context.get("visitor").viewer.locale);
    const back = { path: statementsPath, label: say("statement.back") };
    return show(context, say("statement.list"), noticePage(say("statement.notThere"), back), 404);
  };

  const found = async (context: Context<WebEnv>): Promise<ListedStatement | null> => {
    const id = mayRead(context) ? rowNumber(context.req.param("id")) : null;
    return id === null ? null : readStatementRow(db, id);
  };

  const showList = async (
    context: Context<WebEnv>,
    typed: Parameters<typeof statementListPage>[0]["typed"],
  ): Promise<Response> => {
    const visitor = context.get("visitor");
    const statements = await listStatements(db, { account: null, sent: false, most: listed });
    const content = statementListPage({ statements, typed }, visitor, secretsFor(visitor, statementsPath));
    return show(context, sayIn(visitor.viewer.locale)("statement.list"), content);
  };

  /** The contacts who are told of a statement, by name. */
  const notifiedOf = async ({ id, account }: ListedStatement): Promise<readonly NotifiedContact[]> => {
    const contacts = await everyContactOfAccount(db, account);
    return (await noticesOf(db, id)).map(({ contact, ...notice }) => ({
      ...notice,
      name: contacts.find(({ user }) => user === contact)?.name ?? contact,
    }));
  };

  const showOne = async (
    context: Context<WebEnv>,
    statement: ListedStatement,
    feedback: StatementFeedback = noFeedback,
  ): Promise<Response> => {
    const visitor = context.get("visitor");
    const { desk, viewer } = visitor;
    const newest = await newestOf(db, statement.account, statement);
    const content = await statementPage(
      {
        shown: await readStatement(db, statement, desk, deps.now()),
        log: await readStatementLog(db, statement.id),
        feedback,
        mayWrite: mayWrite(context, statement.account),
        notified: await notifiedOf(statement),
        later: newest === null || newest.version === statement.version ? null : newest.id,
      },
      { desk, viewer, secrets: secretsFor(visitor, statementPath(statement.id)) },
    );
    return show(context, sayIn(viewer.locale)("statement.list"), content);
  };

  /** Continues with the statement of the address and the form, if this person may write it. */
  const writing = async (
    context: Context<WebEnv>,
    next: (statement: ListedStatement, posted: Posted) => Promise<Response>,
  ): Promise<Response> => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const statement = await found(context);
    if (statement === null) return notThere(context);
    if (mayWrite(context, statement.account)) return next(statement, posted);
    context.set("refused", "form");
    return notThere(context);
  };

  const actor = (context: Context<WebEnv>) => ({ by: context.get("visitor").person.key, at: deps.now() });

  app.get(statementsPath, (context) => {
    if (!mayRead(context)) return notThere(context);
    const period = sayIn(context.get("visitor").viewer.locale)("report.lastMonth");
    return showList(context, { account: context.req.query("account") ?? null, period, error: null });
  });

  app.post(statementsPath, async (context) => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const { desk, viewer } = context.get("visitor");
    const say = sayIn(viewer.locale);
    const [key, words] = [posted.values.get("account") ?? "", (posted.values.get("period") ?? "").slice(0, 40)];
    const account = mayWrite(context, key) ? accountNamed(desk, key) : null;
    const typed = { account: account?.key ?? null, period: words };
    if (account === null) return showList(context, { ...typed, error: say("statement.chooseAccount") });
    const period = periodFrom(words, account, deps.now());
    if (period === null) return showList(context, { ...typed, error: say("report.noPeriod", { words }) });
    const { by, at } = actor(context);
    const { draft } = await draftStatement(db, { account: account.key, period, at, by });
    return context.redirect(statementPath(draft.id), 303);
  });

  app.get(`${statementsPath}/:id`, async (context) => {
    const statement = await found(context);
    if (statement === null) return notThere(context);
    const say = sayIn(context.get("visitor").viewer.locale);
    const did = context.req.query("did");
    const done = doneKeys.find(([key]) => key === did)?.[1];
    return showOne(context, statement, { ...noFeedback, done: done === undefined ? null : say(done) });
  });

  for (const format of documentFormats)
    app.get(`${statementsPath}/:id/file.${format}`, async (context) => {
      const statement = await found(context);
      if (statement === null) return notThere(context);
      const shown = await readStatement(db, statement, context.get("visitor").desk, deps.now());
      if (!("content" in shown)) return showOne(context, statement);
      const { document } = shown.content;
      const day = dateAt(document.timezone, statement.from);
      return documentResponse(context, document, { format, name: statementFileName({ ...statement, day }, format) });
    });

  app.post(`${statementsPath}/:id/sentences`, (context) =>
    writing(context, async (statement, posted) => {
      const { desk, viewer } = context.get("visitor");
      const say = sayIn(viewer.locale);
      const shown = await readStatement(db, statement, desk, deps.now());
      if (shown.is !== "draft")
        return showOne(context, statement, { ...noFeedback, error: say("statement.refused.notDraft") });
      const sentences = shown.content.figures.missed.flatMap((missed) => {
        const typed = posted.values.get(sentenceField(missed));
        return typed === undefined ? [] : [{ ...missed, text: asSentenceText(typed) }];
      });
      const tooLong = sentences.filter(({ text }) => isTooLong(text));
      const fitting = sentences.filter(({ text }) => !isTooLong(text));
      if (!(await saveSentences(db, statement.id, fitting, actor(context))))
        return showOne(context, statement, { ...noFeedback, error: say("statement.refused.notDraft") });
      if (tooLong.length === 0) return context.redirect(`${statementPath(statement.id)}?did=saved`, 303);
      const typed = new Map(tooLong.map((each) => [missedKey(each), each.text]));
      const error = say("statement.tooLong", { count: tooLong.length, most: longestSentence });
      return showOne(context, statement, { done: null, error, typed });
    }),
  );

  app.post(`${statementsPath}/:id/send`, (context) =>
    writing(context, async (statement, posted) => {
      const { desk, viewer } = context.get("visitor");
      const mark = posted.values.get("mark") ?? "";
      const refusal = await sendStatement(db, { id: statement.id, mark, desk }, actor(context));
      if (refusal === null) return context.redirect(`${statementPath(statement.id)}?did=sent`, 303);
      const now = (await readStatementRow(db, statement.id)) ?? statement;
      return showOne(context, now, { ...noFeedback, error: refusalText(refusal, viewer) });
    }),
  );

  app.post(`${statementsPath}/:id/tell-again`, (context) =>
    writing(context, async ({ id }) => {
      await tellAgain(db, id, deps.now());
      return context.redirect(`${statementPath(id)}?did=telling`, 303);
    }),
  );

  app.post(`${statementsPath}/:id/correct`, (context) =>
    writing(context, async ({ account, from, to }) => {
      const { draft } = await draftStatement(db, { account, period: { from, to }, ...actor(context) });
      return context.redirect(statementPath(draft.id), 303);
    }),
  );
  return app;
};
