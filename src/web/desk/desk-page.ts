import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { sayIn } from "../../i18n/say.ts";
import type { QueryingPerson } from "../../tickets/execute/queries.ts";
import type { StoredTicket } from "../../tickets/ticket.ts";
import { permitted } from "../../tickets/permissions.ts";
import { formTokenOf } from "../access/tokens.ts";
import { createActing, usualPatienceMs, webPlace, type Acting } from "../acting.ts";
import { createAnswers, type Answers } from "../answers.ts";
import type { Visitor, WebDeps, WebEnv } from "../deps.ts";
import { createNames, type NameOf } from "../names.ts";
import { isAtHomeInAccounts } from "./accounts/listed-accounts.ts";
import { createForecasts, type Forecasts } from "./forecasts.ts";
import { queueAlone } from "./queue-address.ts";
import { readPosted, type Posted } from "../posted.ts";
import { backLabel, noticePage } from "../pages/small-pages.ts";
import type { NewSecrets } from "../render/card.ts";
import { page } from "../render/layout.ts";
import type { Markup, PageContext } from "../render/line.ts";
import { streamedPage } from "../render/streamed-page.ts";

/** What the pages of the staff share. */
export interface DeskPage extends Acting {
  readonly deps: WebDeps;
  readonly answers: Answers;
  readonly nameOf: NameOf;
  /** How likely it is that the targets of these tickets are missed. */
  forecastsOf(tickets: readonly StoredTicket[], desk: Visitor["desk"]): Promise<Forecasts>;
  contextOf(visitor: Visitor): PageContext;
  queryingPerson(visitor: Visitor): QueryingPerson;
  /** Makes the hidden fields of forms that return to this path. */
  secretsFor(visitor: Visitor, back: string): NewSecrets;
  show(context: Context<WebEnv>, title: string, content: Markup, status?: 200 | 403 | 404 | 503): Promise<Response>;
  /** A page whose content holds `writtenLater`: it is shown at once, and the rest follows. */
  stream(
    context: Context<WebEnv>,
    title: string,
    content: Markup,
    later: Parameters<typeof streamedPage>[1],
  ): Promise<Response>;
  notice(
    context: Context<WebEnv>,
    text: "notThere" | "noTicket" | "noAccount" | "noNote" | "formOld" | "busy" | "unreadable",
    back?: string,
  ): Promise<Response>;
  /** The fields of a form that we drew for this browser; null if the form came from elsewhere. */
  postedBy(context: Context<WebEnv>): Promise<Posted | null>;
}

export const createDeskPage = (deps: WebDeps): DeskPage => {
  const { now } = deps;
  const nameOf = createNames({ portOf: deps.portOf, now });
  const drawn = (context: Context<WebEnv>, title: string, content: Markup): Markup => {
    const { viewer, person, cookie, desk } = context.get("visitor");
    const may = (permission: "accessLog" | "administer" | "mails"): boolean =>
      permitted({ is: "staff", person }, permission) === "yes";
    const signedIn = {
      name: person.name,
      token: formTokenOf(cookie),
      readsAccess: may("accessLog"),
      administers: may("administer"),
      readsMails: desk.mail.support !== null && may("mails"),
      hasOwnHome: isAtHomeInAccounts(person, desk),
    };
    return page({ title, viewer, signedIn, now: now() }, content);
  };
  const show: DeskPage["show"] = async (context, title, content, status = 200) =>
    context.html(drawn(context, title, content), status);
  const answers = createAnswers(deps.database.db, now);
  return {
    ...createActing({ core: deps.core, now, answers, patienceMs: deps.patienceMs ?? usualPatienceMs }),
    deps,
    answers,
    nameOf,
    forecastsOf: createForecasts(deps),
    contextOf: ({ viewer }) => ({
      viewer,
      now: now(),
      linkTo: deps.linkTo,
      channelName: (channel) => nameOf({ channel }),
    }),
    queryingPerson: ({ user }) => ({ user, channel: webPlace }),
    secretsFor:
      ({ cookie }, back) =>
      () => ({ token: formTokenOf(cookie), key: randomUUID(), back }),
    show,
    stream: async (context, title, content, later) => streamedPage(String(await drawn(context, title, content)), later),
    notice: (context, text, back = queueAlone) => {
      const say = sayIn(context.get("visitor").viewer.locale);
      const content = noticePage(say(`web.${text}`), { path: back, label: backLabel(back, say) });
      const status = text === "formOld" ? 403 : text === "busy" || text === "unreadable" ? 503 : 404;
      return show(context, say("web.title"), content, status);
    },
    postedBy: (context) => readPosted(context, context.get("visitor").cookie, "/desk"),
  };
};
