import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { encodeAction } from "../../chat/action.ts";
import type { Card } from "../../chat/card.ts";
import type { Form } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import { ticketNumber } from "../../tickets/ticket.ts";
import { actKey, createActing, type Act, type Outcome } from "../acting.ts";
import { formTokenOf, isSameSecret } from "../access/tokens.ts";
import type { Answers } from "../answers.ts";
import type { Guest, WebDeps, WebEnv } from "../deps.ts";
import { answerPage, formPage } from "../pages/small-pages.ts";
import { answerPrefix } from "../render/form-fields.ts";
import { ownPath } from "../security.ts";
import type { AreaPages } from "./area-pages.ts";
import { longestMessage } from "./area-ticket-page.ts";

const usualPatienceMs = 5_000;

/** The action that opens the form of a new ticket. */
const newTicket = encodeAction("new");

/** The request behind a form of ours. */
interface Posted {
  readonly values: ReadonlyMap<string, string>;
  readonly back: string;
  readonly key: string;
}

/** The fields of a form that we drew for this browser; null if the form came from elsewhere. */
const postedBy = async (context: Context<WebEnv>): Promise<Posted | null> => {
  const body = await context.req.formData().catch(() => new FormData());
  const values = new Map(
    [...body].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])),
  );
  if (!isSameSecret(values.get("token") ?? "", formTokenOf(context.get("guest").cookie))) return null;
  return { values, back: ownPath(values.get("back"), "/area"), key: actKey(values) };
};

/** The first ticket that an answer names; null if it names none. */
const ticketNamedIn = (card: Card): number | null => ticketNumber(/\bT-\d+\b/.exec(JSON.stringify(card))?.[0] ?? "");

/** What contacts do on the pages. Each act is an inbound event of the client area, as an act in chat is one of its platform. */
export const areaActs = (deps: WebDeps, pages: AreaPages, answers: Answers): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  const { perform, formOf } = createActing({
    core: deps.core,
    now: deps.now,
    patienceMs: deps.patienceMs ?? usualPatienceMs,
  });
  const { show, notice, secretsFor, contextOf } = pages;
  const by = ({ user, name }: Guest): Pick<Act, "person" | "name" | "place"> => ({ person: user, name, place: user });

  const showForm = (
    context: Context<WebEnv>,
    form: Form,
    given: {
      readonly from: string;
      readonly back: string;
      readonly errors?: Extract<Outcome, { kind: "fieldErrors" }>["errors"];
    },
  ) => {
    const guest = context.get("guest");
    const { from, back, errors = {} } = given;
    return show(context, form.title, formPage(form, { errors, from }, secretsFor(guest, back), contextOf(guest)));
  };

  /**
   * Shows a private answer on the page of its ticket, or on one of its own. A receipt for a new ticket speaks of chat, so the
   * page of the ticket says itself that it is open.
   */
  const showAnswer = async (context: Context<WebEnv>, { back, key }: Pick<Posted, "back" | "key">, card: Card) => {
    const guest = context.get("guest");
    answers.keep(key, guest.user, card);
    if (back.startsWith("/area/tickets/"))
      return context.redirect(`${back.split("?")[0]}?answer=${encodeURIComponent(key)}`, 303);
    const named = ticketNamedIn(card);
    if (named !== null && (await pages.maySee(guest, named)))
      return context.redirect(`/area/tickets/${named}?opened=yes`, 303);
    const content = answerPage(card, back, secretsFor(guest, back), contextOf(guest));
    return show(context, sayIn(guest.viewer.locale)("area.answer"), content);
  };

  app.get("/area/new", (context) => {
    const guest = context.get("guest");
    const form = formOf({ ...by(guest), kind: "press", key: randomUUID(), action: newTicket });
    return form === null ? notice(context, "notThere") : showForm(context, form, { from: newTicket, back: "/area" });
  });

  app.post("/area/act", async (context) => {
    const guest = context.get("guest");
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const { values, back, key } = posted;
    // The same form again, by a second press or a reload: the act was done, so its answer is shown again.
    const known = answers.read(key, guest.user);
    if (known !== null) return showAnswer(context, posted, known);
    const action = values.get("action") ?? "";
    const written = Object.fromEntries(
      [...values].flatMap(([name, value]) =>
        name.startsWith(answerPrefix) ? [[name.slice(answerPrefix.length), value]] : [],
      ),
    );
    const outcome = await perform(
      values.get("kind") === "submit"
        ? { ...by(guest), key, action, kind: "submit", values: written }
        : { ...by(guest), key, action, kind: "press", quote: values.get("quote") },
    );
    switch (outcome.kind) {
      case "form":
        return showForm(context, outcome.form, { from: action, back });
      case "fieldErrors": {
        const from = values.get("opener") ?? "";
        const form = formOf({ ...by(guest), kind: "press", key: randomUUID(), action: from });
        if (form === null) return notice(context, "formOld", back);
        const fields = form.fields.map((field) => ({ ...field, initial: written[field.name] ?? field.initial }));
        return showForm(context, { ...form, fields }, { from, back, errors: outcome.errors });
      }
      case "answered":
        return showAnswer(context, posted, outcome.card);
      case "busy":
        return notice(context, "busy", back);
      case "done":
      case "received":
        return context.redirect(back, 303);
    }
  });

  app.post("/area/tickets/:number/messages", async (context) => {
    const guest = context.get("guest");
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const number = ticketNumber(context.req.param("number"));
    const text = (posted.values.get("text") ?? "").replaceAll("\r\n", "\n");
    const say = sayIn(guest.viewer.locale);
    if (text.trim() === "") return pages.ticket(context, number, { draft: { text, error: say("area.emptyMessage") } });
    if (text.length > longestMessage)
      return pages.ticket(context, number, { draft: { text, error: say("area.tooLong", { max: longestMessage }) } });
    if (number === null || !(await pages.maySee(guest, number))) return notice(context, "noTicket");
    const { key } = posted;
    const outcome = await perform({ ...by(guest), kind: "write", key, ticket: number, text });
    const back = `/area/tickets/${number}`;
    if (outcome.kind === "busy") return notice(context, "busy", back);
    if (outcome.kind === "answered") return showAnswer(context, { back, key }, outcome.card);
    return context.redirect(back, 303);
  });
  return app;
};
