import { Hono, type Context } from "hono";
import type { Card } from "../../chat/card.ts";
import type { FieldErrors, Form } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import type { WebEnv } from "../deps.ts";
import { answerPage, answerPath, formPage } from "../pages/small-pages.ts";
import { actOf, formAgain, openerOf, type Posted } from "../posted.ts";
import { ownPath } from "../security.ts";
import type { DeskPage } from "./desk-page.ts";

interface FormGiven {
  readonly errors: FieldErrors;
  /** The action whose button opened it. */
  readonly from: string;
}

/** Doing on a page what a button or a form does in chat. */
export const actRoutes = (desk: DeskPage): Hono<WebEnv> => {
  const { answers, contextOf, notice, perform, postedBy, secretsFor, show } = desk;
  const app = new Hono<WebEnv>();

  const showAnswer = (context: Context<WebEnv>, { back, key }: Pick<Posted, "back" | "key">, card: Card | null) => {
    const visitor = context.get("visitor");
    const after = { back, again: answerPath("/desk", { key, back }) };
    const content = answerPage(card, after, secretsFor(visitor, back), contextOf(visitor));
    return show(context, sayIn(visitor.viewer.locale)("web.answer"), content);
  };

  const showCard = async (context: Context<WebEnv>, posted: Posted, card: Card) => {
    const { back, key } = posted;
    const isKept = await answers.keep(key, context.get("visitor").user, card);
    const hasPage = back.startsWith("/desk/tickets/") || back.startsWith("/desk/accounts/");
    return isKept && hasPage
      ? context.redirect(`${back.split("?")[0]}?answer=${encodeURIComponent(key)}`, 303)
      : showAnswer(context, posted, card);
  };

  const showForm = (context: Context<WebEnv>, form: Form, given: FormGiven, back: string) => {
    const visitor = context.get("visitor");
    return show(context, form.title, formPage(form, given, secretsFor(visitor, back), contextOf(visitor)));
  };

  app.post("/desk/act", async (context) => {
    const visitor = context.get("visitor");
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const { back, key } = posted;
    // The same form again, by a second press or a reload: the act was done, so its answer is shown again.
    const known = await answers.read(key, visitor.user);
    if (known !== null) return showCard(context, posted, known);
    const person = { person: visitor.user, name: visitor.person.name };
    const outcome = await perform(actOf(posted, person));
    switch (outcome.kind) {
      case "form":
        return showForm(context, outcome.form, { errors: {}, from: posted.values.get("action") ?? "" }, back);
      case "fieldErrors": {
        const form = formAgain(posted, person, desk);
        if (form === null) return notice(context, "formOld", back);
        return showForm(context, form, { errors: outcome.errors, from: openerOf(posted) }, back);
      }
      case "answered":
        return showCard(context, posted, outcome.card);
      case "busy":
        return notice(context, "busy", back);
      case "done":
        return context.redirect(back, 303);
      case "received":
        return context.redirect(answerPath("/desk", posted), 303);
    }
  });

  /** An answer that came later than its page. */
  app.get("/desk/answers/:key", async (context) => {
    const key = context.req.param("key");
    const back = ownPath(context.req.query("back"), "/desk");
    return showAnswer(context, { key, back }, await answers.read(key, context.get("visitor").user));
  });
  return app;
};
