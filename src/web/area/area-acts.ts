import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { encodeAction, verbOf } from "../../chat/action.ts";
import type { Card } from "../../chat/card.ts";
import { contactsOfAccount } from "../../db/access/contact-store.ts";
import type { Form } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import { ticketNumber } from "../../tickets/ticket.ts";
import { createActing, usualPatienceMs, type Act, type Outcome } from "../acting.ts";
import type { Answers } from "../answers.ts";
import type { Guest, WebDeps, WebEnv } from "../deps.ts";
import { answerPage, answerPath, formPage } from "../pages/small-pages.ts";
import { actOf, formAgain, openerOf, readPosted, type Posted } from "../posted.ts";
import { ownPath } from "../security.ts";
import type { AreaPages } from "./area-pages.ts";
import { createFileIntake, type FilesGiven } from "../files/posted-files.ts";
import { filesField } from "./files-field.ts";
import { longestMessage } from "./area-ticket-page.ts";
import { peoplePage } from "./people-page.ts";

/** The action that opens the form of a new ticket. */
const newTicket = encodeAction("new");

/** Only the form of a new ticket has a field for files; an answer is written on the ticket's page. */
const takesFiles = (action: string): boolean => verbOf(action) === "submit-ticket";

const postedBy = (context: Context<WebEnv>): Promise<Posted | null> =>
  readPosted(context, context.get("guest").cookie, "/area");

/** The first ticket that an answer names; null if it names none. */
const ticketNamedIn = (card: Card): number | null => ticketNumber(/\bT-\d+\b/.exec(JSON.stringify(card))?.[0] ?? "");

/** What contacts do on the pages. Each act is an inbound event of the client area, as an act in chat is one of its platform. */
export const areaActs = (deps: WebDeps, pages: AreaPages, answers: Answers): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  const acting = createActing({
    core: deps.core,
    now: deps.now,
    answers,
    patienceMs: deps.patienceMs ?? usualPatienceMs,
  });
  const { db } = deps.database;
  const { perform, formOf } = acting;
  const { show, notice, secretsFor, contextOf } = pages;
  const by = ({ user, name }: Guest): Pick<Act, "person" | "name" | "place"> => ({ person: user, name, place: user });

  const showForm = (
    context: Context<WebEnv>,
    form: Form,
    given: {
      readonly from: string;
      readonly back: string;
      readonly errors?: Extract<Outcome, { kind: "fieldErrors" }>["errors"];
      readonly fileProblems?: readonly string[];
    },
  ) => {
    const guest = context.get("guest");
    const { from, back, errors = {}, fileProblems = [] } = given;
    const files = takesFiles(form.action) ? { files: filesField(fileProblems, guest.viewer) } : {};
    return show(
      context,
      form.title,
      formPage(form, { errors, from, ...files }, secretsFor(guest, back), contextOf(guest)),
    );
  };

  const takeFiles = createFileIntake();
  /** The files of a form, stored unless they are refused. */
  const filesOf = (posted: Posted, { user, desk, viewer }: Guest): Promise<FilesGiven> =>
    takeFiles(posted, { db, owner: user, at: deps.now(), limit: desk.limits.files, viewer });

  const answerAlone = (context: Context<WebEnv>, { back, key }: Pick<Posted, "back" | "key">, card: Card | null) => {
    const guest = context.get("guest");
    const after = { back, again: answerPath("/area", { key, back }) };
    const content = answerPage(card, after, secretsFor(guest, back), contextOf(guest));
    return show(context, sayIn(guest.viewer.locale)("area.answer"), content);
  };

  /**
   * Shows a private answer on the page of its ticket, or on one of its own. A receipt for a new ticket speaks of chat, so the
   * page of the ticket says itself that it is open.
   */
  const showAnswer = async (context: Context<WebEnv>, act: Pick<Posted, "back" | "key">, card: Card) => {
    const guest = context.get("guest");
    const { back, key } = act;
    const isKept = await answers.keep(key, guest.user, card);
    if (isKept && back.startsWith("/area/tickets/"))
      return context.redirect(`${back.split("?")[0]}?answer=${encodeURIComponent(key)}`, 303);
    const named = ticketNamedIn(card);
    if (named !== null && (await pages.whyHidden(guest, named)) === null)
      return context.redirect(`/area/tickets/${named}?opened=yes`, 303);
    return answerAlone(context, act, card);
  };

  /** An answer that came later than its page. */
  app.get("/area/answers/:key", async (context) => {
    const key = context.req.param("key");
    const back = ownPath(context.req.query("back"), "/area");
    return answerAlone(context, { key, back }, await answers.read(key, context.get("guest").user));
  });

  app.get("/area/new", (context) => {
    const guest = context.get("guest");
    const form = formOf({ ...by(guest), kind: "press", key: randomUUID(), action: newTicket });
    return form === null ? notice(context, "notThere") : showForm(context, form, { from: newTicket, back: "/area" });
  });

  app.get("/area/people", async (context) => {
    const guest = context.get("guest");
    const { account, desk, user } = guest;
    const contacts = (await contactsOfAccount(db, account.key)).filter(({ how }) => how === "invited");
    const from = encodeAction("invite", account.key);
    const form = formOf({ ...by(guest), kind: "press", key: randomUUID(), action: from });
    const managing = form === null ? null : { form, from, user, secrets: secretsFor(guest, "/area/people") };
    const content = peoplePage({ account, contacts, managing }, desk, contextOf(guest));
    return show(context, sayIn(guest.viewer.locale)("area.people"), content);
  });

  app.post("/area/act", async (context) => {
    const guest = context.get("guest");
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const { back, key } = posted;
    // The same form again, by a second press or a reload: the act was done, so its answer is shown again.
    const known = await answers.read(key, guest.user);
    if (known !== null) return showAnswer(context, posted, known);
    const takes = takesFiles(posted.values.get("action") ?? "");
    const given = await filesOf(takes ? posted : { ...posted, files: [] }, guest);
    if (!given.ok) {
      const form = formAgain(posted, by(guest), acting);
      if (form === null) return notice(context, "formOld", back);
      return showForm(context, form, { from: openerOf(posted), back, fileProblems: given.problems });
    }
    const outcome = await perform(actOf(posted, by(guest), given.files));
    switch (outcome.kind) {
      case "form":
        return showForm(context, outcome.form, { from: posted.values.get("action") ?? "", back });
      case "fieldErrors": {
        const form = formAgain(posted, by(guest), acting);
        if (form === null) return notice(context, "formOld", back);
        const fileProblems = given.files.length === 0 ? [] : [sayIn(guest.viewer.locale)("area.filesAgain")];
        return showForm(context, form, { from: openerOf(posted), back, errors: outcome.errors, fileProblems });
      }
      case "answered":
        return showAnswer(context, posted, outcome.card);
      case "busy":
        return notice(context, "busy", back);
      case "done":
        return context.redirect(back, 303);
      case "received":
        return context.redirect(answerPath("/area", posted), 303);
    }
  });

  app.post("/area/tickets/:number/messages", async (context) => {
    const guest = context.get("guest");
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const number = ticketNumber(context.req.param("number"));
    const text = (posted.values.get("text") ?? "").replaceAll("\r\n", "\n");
    const say = sayIn(guest.viewer.locale);
    if (text.trim() === "" && posted.files.length === 0)
      return pages.ticket(context, number, { draft: { text, error: say("area.emptyMessage") } });
    if (text.length > longestMessage)
      return pages.ticket(context, number, { draft: { text, error: say("area.tooLong", { max: longestMessage }) } });
    const why = await pages.whyHidden(guest, number);
    if (number === null || why !== null) return notice(context, why ?? "noTicket");
    const { key } = posted;
    const given = await filesOf(posted, guest);
    if (!given.ok) return pages.ticket(context, number, { draft: { text, error: null, fileProblems: given.problems } });
    const outcome = await perform({ ...by(guest), kind: "write", key, ticket: number, text, files: given.files });
    const back = `/area/tickets/${number}`;
    if (outcome.kind === "busy") return notice(context, "busy", back);
    if (outcome.kind === "answered") return showAnswer(context, { back, key }, outcome.card);
    if (outcome.kind === "received") return context.redirect(answerPath("/area", { back, key }), 303);
    return context.redirect(back, 303);
  });
  return app;
};
