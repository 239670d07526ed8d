import { Hono, type Context } from "hono";
import type { Card } from "../../chat/card.ts";
import { randomUUID } from "node:crypto";
import { sayIn } from "../../i18n/say.ts";
import type { Outcome } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { answerPage, formPage } from "../pages/small-pages.ts";
import { answerPrefix } from "../render/form-fields.ts";
import type { DeskPage, Posted } from "./desk-page.ts";

/** Doing on a page what a button or a form does in chat. */
export const actRoutes = (desk: DeskPage): Hono<WebEnv> => {
  const { answers, contextOf, formOf, notice, perform, postedBy, secretsFor, show } = desk;
  const app = new Hono<WebEnv>();

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
        const given = { errors: {}, from: action };
        const content = formPage(outcome.form, given, secretsFor(visitor, back), contextOf(visitor));
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
  return app;
};
