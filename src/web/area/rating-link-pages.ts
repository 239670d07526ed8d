import { Hono, type Context } from "hono";
import { html } from "hono/html";
import { encodeAction } from "../../chat/action.ts";
import type { Card } from "../../chat/card.ts";
import { contactsOfAccount } from "../../db/access/contact-store.ts";
import { mailKey } from "../../db/mail/mail-key-store.ts";
import { readTicket } from "../../db/ticket-store.ts";
import { ratingChoices } from "../../features/rating/index.ts";
import { sayIn } from "../../i18n/say.ts";
import { deskViewer } from "../../i18n/viewer-for.ts";
import { isRatingLinkOf, ratingPages, readRatingLink } from "../../mail/rating-link.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { scores, type Score } from "../../tickets/ticket-records.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { contactWithAccess, type ContactWithAccess } from "../access/contacts.ts";
import { createActing, usualPatienceMs } from "../acting.ts";
import { createAnswers } from "../answers.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { noticePage } from "../pages/small-pages.ts";
import { readForm } from "../read-form.ts";
import type { Markup } from "../render/line.ts";
import { areaPage } from "./area-layout.ts";

/** A link that the desk made, and whose contact still has access to the ticket's account. */
interface RatingLink {
  readonly ticket: Ticket;
  readonly guest: ContactWithAccess;
}

const scoreNamed = (text: string | undefined): Score | null => scores.find((each) => each === text) ?? null;

/** The question, with a button for each answer. The one that the mail's link named comes first. */
const questionPage = ({ ticket, guest }: RatingLink, chosen: Score | null, path: string): Markup => {
  const viewer = guest.account;
  const say = sayIn(viewer.locale);
  const choices = ratingChoices(viewer).toSorted(
    (one, other) => Number(other.score === chosen) - Number(one.score === chosen),
  );
  return html`<h1 dir="auto">${ticketName(ticket.number)} · ${ticket.title}</h1>
    <p>${say("rating.question")}</p>
    <form method="post" action="${path}" class="choices">
      ${choices.map(
        ({ score, label }) =>
          html`<button class="button${score === chosen ? " primary" : ""}" type="submit" name="score" value="${score}">
            ${label}
          </button>`,
      )}
    </form>`;
};

/** The sentence of an answer of the bot. */
const sentenceOf = ({ summary }: Card): string => summary;

/**
 * The pages behind the links of a mail that asks for a rating. A link is for one ticket and its rating, works without a sign-in, and
 * expires. Only a button rates: programs open the links of a mail to look for harm, and must rate nothing.
 */
export const ratingLinkPages = (deps: WebDeps): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();
  const { perform } = createActing({
    core: deps.core,
    now: deps.now,
    answers: createAnswers(db, deps.now),
    patienceMs: deps.patienceMs ?? usualPatienceMs,
  });

  const find = async (context: Context<WebEnv>): Promise<RatingLink | null> => {
    const link = readRatingLink(context.req.param("tag") ?? "", context.req.param("until") ?? "", deps.now());
    const ticket = link === null ? null : await readTicket(db, link.tag.ticket);
    const account = ticket?.account ?? null;
    if (link === null || ticket === null || account === null) return null;
    const key = await mailKey(db, deps.now());
    const isTheirs = ({ user }: { readonly user: UserRef }): boolean =>
      isRatingLinkOf(key, link, { ticket: ticket.number, account, contact: user });
    const contact = (await contactsOfAccount(db, account)).find(isTheirs);
    const guest = contact === undefined ? null : await contactWithAccess(db, contact.user, await deps.desk.read(db));
    return guest === null ? null : { ticket, guest };
  };

  const show = async (
    context: Context<WebEnv>,
    link: RatingLink | null,
    content: Markup,
    status: 200 | 410 | 503 = 200,
  ) => {
    const desk = await deps.desk.read(db);
    const viewer = link?.guest.account ?? deskViewer(desk);
    const title = sayIn(viewer.locale)("rating.question");
    return context.html(areaPage({ title, desk, viewer, guest: null }, content), status);
  };

  /** A forged, a guessed and an old link read the same. */
  const ended = async (context: Context<WebEnv>) => {
    const { locale } = deskViewer(await deps.desk.read(db));
    return show(context, null, noticePage(sayIn(locale)("mail.ratingLinkEnded"), null), 410);
  };

  app.get(`${ratingPages}/:tag/:until`, async (context) => {
    const link = await find(context);
    if (link === null) return ended(context);
    return show(context, link, questionPage(link, scoreNamed(context.req.query("score")), context.req.path));
  });

  app.post(`${ratingPages}/:tag/:until`, async (context) => {
    const link = await find(context);
    if (link === null) return ended(context);
    const { ticket, guest } = link;
    const score = scoreNamed(new Map((await readForm(context.req.raw)).fields).get("score"));
    if (score === null) return show(context, link, questionPage(link, null, context.req.path));
    const { user, name } = guest.contact;
    const outcome = await perform({
      kind: "press",
      key: crypto.randomUUID(),
      person: user,
      name,
      place: user,
      action: encodeAction("rate", ticket.number, score),
    });
    const say = sayIn(guest.account.locale);
    if (outcome.kind === "busy") return show(context, link, noticePage(say("area.busy"), null), 503);
    const sentence = outcome.kind === "answered" ? sentenceOf(outcome.card) : say("done.rated");
    return show(context, link, noticePage(sentence, null));
  });
  return app;
};
