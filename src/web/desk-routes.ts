import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import type { Card } from "../chat/card.ts";
import { readAccessLog } from "../db/access/access-store.ts";
import { readOpening } from "../db/messages/message-store.ts";
import { triageCard } from "../features/ticket-cards/index.ts";
import { requesterName } from "../cards/people.ts";
import type { Desk } from "../desk/desk.ts";
import { tellMessages, type TranscriptEntry } from "../features/transcript/index.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { sayIn } from "../i18n/say.ts";
import { runInSlices } from "../jobs/loop.ts";
import { conversationPage } from "../tickets/execute/conversation-page.ts";
import { countsOf, oneTicket, ticketList, ticketPlaces, type QueryingPerson } from "../tickets/execute/queries.ts";
import { permitted } from "../tickets/permissions.ts";
import { ticketName, ticketNumber, type Ticket } from "../tickets/ticket.ts";
import type { Sessions } from "./access/sessions.ts";
import { formTokenOf, isSameSecret } from "./access/tokens.ts";
import { createActing, webPlace, type Outcome } from "./acting.ts";
import { createAnswers } from "./answers.ts";
import type { Visitor, WebDeps, WebEnv } from "./deps.ts";
import { filterOf } from "./list-address.ts";
import { accessPage } from "./pages/access-page.ts";
import { queuePage, tabs } from "./pages/queue-page.ts";
import { answerPage, formPage, noticePage } from "./pages/small-pages.ts";
import { ticketPage } from "./pages/ticket-page.ts";
import type { NewSecrets } from "./render/card.ts";
import { answerPrefix } from "./render/form-fields.ts";
import { page } from "./render/layout.ts";
import type { Markup, PageContext } from "./render/line.ts";
import { ownPath } from "./security.ts";
import { forgetCookie } from "./sign-in-routes.ts";

const pageSize = 50;
/** The number of messages that a ticket's page shows at first and adds with each request for earlier ones, and the most. */
const messagesShown = 50;
const mostMessages = 2_000;
const accessShown = 200;
const usualPatienceMs = 5_000;

/** The description as the first message of the conversation. */
const openingEntry = (ticket: Ticket, desk: Desk, viewer: Viewer): TranscriptEntry => ({
  at: ticket.openedAt,
  kind: "opened",
  side: "public",
  who: requesterName(ticket, desk, sayIn(viewer.locale)),
  is: "customer",
  says: null,
  text: ticket.description,
  files: [],
  changes: [],
});

/** The request behind a form of ours. */
interface Posted {
  readonly values: ReadonlyMap<string, string>;
  readonly back: string;
  readonly key: string;
}

/** The pages of a member of the staff who is signed in. */
export const deskRoutes = (deps: WebDeps, sessions: Sessions): Hono<WebEnv> => {
  const { database, now } = deps;
  const { db } = database;
  const app = new Hono<WebEnv>();
  const answers = createAnswers(now);
  const { perform, formOf } = createActing({ core: deps.core, now, patienceMs: deps.patienceMs ?? usualPatienceMs });

  const contextOf = ({ viewer }: Visitor): PageContext => ({ viewer, now: now(), linkTo: deps.linkTo });
  const queryingPerson = ({ user }: Visitor): QueryingPerson => ({ user, channel: webPlace });
  const secretsFor =
    ({ cookie }: Visitor, back: string): NewSecrets =>
    () => ({ token: formTokenOf(cookie), key: randomUUID(), back });
  const show = (context: Context<WebEnv>, title: string, content: Markup, status: 200 | 403 | 404 | 503 = 200) => {
    const { viewer, person, cookie } = context.get("visitor");
    const readsAccess = permitted({ is: "staff", person }, "accessLog") === "yes";
    const signedIn = { name: person.name, token: formTokenOf(cookie), readsAccess };
    return context.html(page({ title, viewer, signedIn }, content), status);
  };
  const notice = (context: Context<WebEnv>, text: "notThere" | "noTicket" | "formOld" | "busy", back = "/desk") => {
    const say = sayIn(context.get("visitor").viewer.locale);
    const content = noticePage(say(`web.${text}`), { path: back, label: say("web.back") });
    const status = text === "formOld" ? 403 : text === "busy" ? 503 : 404;
    return show(context, say("web.title"), content, status);
  };

  app.get("/desk", async (context) => {
    const visitor = context.get("visitor");
    const { desk, viewer } = visitor;
    const filter = filterOf(new URL(context.req.url).searchParams);
    const asker = queryingPerson(visitor);
    const list = await ticketList(db, desk, asker, { filter, now: now(), pageSize });
    const { account, person, severity, facts } = filter;
    const narrowed = tabs.map(([, tab]) => ({ ...tab, account, person, severity, facts }));
    const counts = await countsOf(db, desk, asker, { filters: narrowed, now: now() });
    const content = queuePage({ list, counts, size: pageSize }, desk, contextOf(visitor));
    return show(context, sayIn(viewer.locale)("web.queue"), content);
  });

  app.get("/desk/access", async (context) => {
    const { desk, viewer, person } = context.get("visitor");
    if (permitted({ is: "staff", person }, "accessLog") !== "yes") return notice(context, "notThere");
    const content = accessPage(await readAccessLog(db, accessShown), desk, contextOf(context.get("visitor")));
    return show(context, sayIn(viewer.locale)("web.access"), content);
  });

  app.get("/desk/tickets", (context) => {
    const number = ticketNumber(context.req.query("number")?.trim() ?? "");
    return number === null ? notice(context, "noTicket") : context.redirect(`/desk/tickets/${number}`, 303);
  });

  app.get("/desk/tickets/:number", async (context) => {
    const visitor = context.get("visitor");
    const { desk, viewer, user } = visitor;
    const number = ticketNumber(context.req.param("number"));
    const found = number === null ? null : await oneTicket(db, desk, queryingPerson(visitor), { number });
    if (number === null || found === null || !found.ok) return notice(context, "noTicket");
    const { ticket } = found;
    const asked = Number(context.req.query("messages") ?? messagesShown);
    const shown = Number.isInteger(asked) && asked > messagesShown ? Math.min(asked, mostMessages) : messagesShown;
    const places = await ticketPlaces(db, number);
    const { events, earlier } = await conversationPage(db, number, { is: "staff", page: 0, size: shown });
    const messages = await runInSlices(tellMessages({ events, desk, is: "staff", viewer }));
    const view = {
      opening: openingEntry(ticket, desk, viewer),
      card: triageCard({ ticket, messages: await readOpening(db, number) }, desk, places, viewer),
      messages,
      earlier: earlier > 0 ? `/desk/tickets/${number}?messages=${shown + messagesShown}` : null,
      answer: answers.read(context.req.query("answer") ?? "", user),
    };
    const secrets = secretsFor(visitor, `/desk/tickets/${number}`);
    return show(context, ticketName(number), ticketPage(view, secrets, contextOf(visitor)));
  });

  /** The fields of a form that we drew for this browser; null if the form came from elsewhere. */
  const postedBy = async (context: Context<WebEnv>): Promise<Posted | null> => {
    const body = await context.req.formData().catch(() => new FormData());
    const values = new Map(
      [...body].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])),
    );
    if (!isSameSecret(values.get("token") ?? "", formTokenOf(context.get("visitor").cookie))) return null;
    return { values, back: ownPath(values.get("back")), key: values.get("key")?.slice(0, 64) ?? randomUUID() };
  };

  const showCard = (context: Context<WebEnv>, { back, key }: Posted, card: Card) => {
    const visitor = context.get("visitor");
    answers.keep(key, visitor.user, card);
    if (back.startsWith("/desk/tickets/"))
      return context.redirect(`${back.split("?")[0]}?answer=${encodeURIComponent(key)}`, 303);
    const content = answerPage(card, back, secretsFor(visitor, back), contextOf(visitor));
    return show(context, sayIn(visitor.viewer.locale)("web.answer"), content);
  };

  /** Draws the form again with what was typed and what is wrong with it. */
  const formAgain = (context: Context<WebEnv>, posted: Posted, outcome: Extract<Outcome, { kind: "fieldErrors" }>) => {
    const visitor = context.get("visitor");
    const from = posted.values.get("opener") ?? "";
    const person = { person: visitor.user, name: visitor.person.name };
    const form = formOf({ ...person, kind: "press", key: randomUUID(), action: from });
    if (form === null) return notice(context, "formOld", posted.back);
    const fields = form.fields.map((field) => ({
      ...field,
      initial: posted.values.get(`${answerPrefix}${field.name}`) ?? field.initial,
    }));
    const given = { errors: outcome.errors, from };
    const content = formPage({ ...form, fields }, given, secretsFor(visitor, posted.back), contextOf(visitor));
    return show(context, form.title, content);
  };

  app.post("/desk/act", async (context) => {
    const visitor = context.get("visitor");
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const { values, back, key } = posted;
    // The same form again, by a second press or a reload: the act was done, so its answer is shown again.
    const known = answers.read(key, visitor.user);
    if (known !== null) return showCard(context, posted, known);
    const action = values.get("action") ?? "";
    const common = { key, person: visitor.user, name: visitor.person.name, action };
    const answered = Object.fromEntries(
      [...values].flatMap(([name, value]) =>
        name.startsWith(answerPrefix) ? [[name.slice(answerPrefix.length), value]] : [],
      ),
    );
    const outcome = await perform(
      values.get("kind") === "submit"
        ? { ...common, kind: "submit", values: answered }
        : { ...common, kind: "press", quote: values.get("quote") },
    );
    switch (outcome.kind) {
      case "form": {
        const content = formPage(
          outcome.form,
          { errors: {}, from: action },
          secretsFor(visitor, back),
          contextOf(visitor),
        );
        return show(context, outcome.form.title, content);
      }
      case "fieldErrors":
        return formAgain(context, posted, outcome);
      case "answered":
        return showCard(context, posted, outcome.card);
      case "busy":
        return notice(context, "busy", back);
      case "done":
      case "received":
        return context.redirect(back, 303);
    }
  });

  app.post("/desk/sign-out", async (context) => {
    if ((await postedBy(context)) === null) return notice(context, "formOld");
    await sessions.signOut(context.get("visitor").cookie, context.get("address"));
    forgetCookie(context, deps.origin());
    return context.redirect("/sign-in", 303);
  });
  app.post("/desk/sign-out-everywhere", async (context) => {
    if ((await postedBy(context)) === null) return notice(context, "formOld");
    await sessions.signOutEverywhere(context.get("visitor").user, context.get("address"));
    forgetCookie(context, deps.origin());
    return context.redirect("/sign-in", 303);
  });
  app.all("/desk/*", (context) => notice(context, "notThere"));
  return app;
};
