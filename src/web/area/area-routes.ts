import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { accountOfTicket } from "../../db/ticket-store.ts";
import { readPausesOf } from "../../db/pause-store.ts";
import { deskViewer } from "../../i18n/viewer-for.ts";
import { sayIn } from "../../i18n/say.ts";
import { ticketList, type QueryingPerson } from "../../tickets/execute/queries.ts";
import { seesWholeAccount } from "../../tickets/principal.ts";
import { platformOf } from "../../tickets/refs.ts";
import { ticketNumber, type Ticket } from "../../tickets/ticket.ts";
import { areaPlatform } from "../../tickets/contact.ts";
import { contactWithAccess } from "../access/contacts.ts";
import type { Sessions } from "../access/sessions.ts";
import { formTokenOf } from "../access/tokens.ts";
import { createAnswers } from "../answers.ts";
import type { Guest, WebDeps, WebEnv } from "../deps.ts";
import { ticketFor } from "../ticket-for.ts";
import { createNames } from "../names.ts";
import { customersFile } from "../files/ticket-file.ts";
import { fileKeyIn, fileResponse } from "../files/served-files.ts";
import type { WebLimits } from "../limits.ts";
import { noticePage } from "../pages/small-pages.ts";
import { signOutRoutes } from "../sign-out.ts";
import type { NewSecrets } from "../render/card.ts";
import type { PageContext } from "../render/line.ts";
import { cookieOf, forgetCookie } from "../sign-in-routes.ts";
import type { LivePages } from "../live/live.ts";
import { areaLive } from "./area-live.ts";
import { areaActs } from "./area-acts.ts";
import { areaPage } from "./area-layout.ts";
import type { AreaPages } from "./area-pages.ts";
import { areaTicketPage } from "./area-ticket-page.ts";
import { planPage } from "./plan-page.ts";
import { beforeIn } from "../messages-page.ts";
import { ticketView } from "./ticket-view.ts";
import { areaStatements, readsStatements } from "./statement-pages.ts";
import { areaFilterOf, areaTicketsPage } from "./tickets-page.ts";

const pageSize = 20;

/** The status with which a notice is answered. */
const statusOf = { notThere: 404, noTicket: 404, formOld: 403, busy: 503, unreadable: 503 } as const;

const asker = ({ user }: Guest): QueryingPerson => ({ user, channel: user });

/** Lets a contact through whose session is alive and whose access was not withdrawn. */
const onlyGuests = (app: Hono<WebEnv>, deps: WebDeps, sessions: Sessions): void => {
  app.use("/area/*", async (context: Context<WebEnv>, next) => {
    const cookie = cookieOf(context, deps.origin(), "area");
    const session = cookie === null ? null : await sessions.of(cookie);
    if (cookie === null || session === null || platformOf(session.person) !== areaPlatform)
      return context.redirect("/area/sign-in", 303);
    const { person: user, startedAt } = session;
    const desk = await deps.desk.read(deps.database.db);
    const guest = await contactWithAccess(deps.database.db, user, desk);
    // A session from before the access was withdrawn is not revived by a new invitation.
    if (guest === null || startedAt < guest.contact.addedAt) {
      await sessions.signOutEverywhere(user, context.get("address"));
      forgetCookie(context, deps.origin(), "area");
      const viewer = deskViewer(desk);
      const say = sayIn(viewer.locale);
      const content = noticePage(say("area.noAccess"), null);
      return context.html(areaPage({ title: say("area.signIn"), desk, viewer, guest: null }, content), 403);
    }
    const { locale, timezone } = guest.account;
    context.set("guest", { ...guest, user, name: guest.contact.name, desk, viewer: { locale, timezone }, cookie });
    return next();
  });
};

/** The pages of a contact who is signed in. */
export const areaRoutes = (
  deps: WebDeps,
  {
    sessions,
    live,
    limits,
  }: { readonly sessions: Sessions; readonly live: LivePages; readonly limits: Pick<WebLimits, "byPerson"> },
): Hono<WebEnv> => {
  const { now } = deps;
  const { db } = deps.database;
  const app = new Hono<WebEnv>();
  const answers = createAnswers(db, now);

  const nameOf = createNames({ portOf: deps.portOf, now });
  const contextOf = ({ viewer, account }: Guest): PageContext => ({
    viewer,
    now: now(),
    linkTo: () => null,
    // A contact reads the names of their account's own channels only.
    channelName: async (channel) => (account.channels.includes(channel) ? nameOf({ channel }) : null),
    actPath: "/area/act",
  });
  const secretsFor =
    ({ cookie }: Guest, back: string): NewSecrets =>
    () => ({ token: formTokenOf(cookie), key: randomUUID(), back });
  const show: AreaPages["show"] = (context, title, content, status = 200) => {
    const { viewer, name, account, cookie, desk, user } = context.get("guest");
    const guest = {
      name,
      account: account.name,
      token: formTokenOf(cookie),
      here: context.req.path,
      readsStatements: readsStatements({ user, account }),
    };
    return context.html(areaPage({ title, desk, viewer, guest, now: now() }, content), status);
  };
  const notice: AreaPages["notice"] = (context, text, back = "/area") => {
    const say = sayIn(context.get("guest").viewer.locale);
    const content = noticePage(say(`area.${text}`), { path: back, label: say("area.back") });
    return show(context, say("area.ourTickets"), content, statusOf[text]);
  };
  const find = (guest: Guest, number: number) => ticketFor(deps, { desk: guest.desk, asker: asker(guest) }, number);
  const whyNot = async (
    guest: Guest,
    number: number | null,
    found: Ticket | "unreadable" | null,
  ): ReturnType<AreaPages["whyHidden"]> => {
    if (number === null || found === null) return "noTicket";
    if (found !== "unreadable") return null;
    // Whose ticket it is cannot be known, except by its account. Another account's reads like one that is not there.
    const isOurs = (await accountOfTicket(db, number)) === guest.account.key;
    return isOurs && seesWholeAccount(guest.user, guest.account) ? "unreadable" : "noTicket";
  };
  const whyHidden: AreaPages["whyHidden"] = async (guest, number) =>
    whyNot(guest, number, number === null ? null : await find(guest, number));
  const ticket: AreaPages["ticket"] = async (context, number, { answer, draft } = {}) => {
    const guest = context.get("guest");
    const found = number === null ? null : await find(guest, number);
    if (found === null || found === "unreadable")
      return notice(context, (await whyNot(guest, number, found)) ?? "noTicket");
    const view = await ticketView(deps, found, guest, beforeIn(context.req.query("before")));
    const content = areaTicketPage(
      { ...view, isNew: context.req.query("opened") === "yes", answer: answer ?? null, draft: draft ?? null },
      secretsFor(guest, `/area/tickets/${found.number}`),
      contextOf(guest),
    );
    return show(context, view.title, content);
  };

  onlyGuests(app, deps, sessions);
  app.use("/area/*", limits.byPerson);

  app.get("/area", async (context) => {
    const guest = context.get("guest");
    const filter = areaFilterOf(context.req.query("which"), context.req.query("page"));
    const list = await ticketList(db, guest.desk, asker(guest), { filter, now: now(), pageSize });
    const paused = list.tickets.filter((each) => each.status !== "unreadable" && each.sla.pauses.lastEnd !== null);
    const pauses = await readPausesOf(
      db,
      paused.map(({ number }) => number),
    );
    const content = areaTicketsPage({ list: { ...list, pauses }, size: pageSize }, guest, contextOf(guest));
    return show(context, sayIn(guest.viewer.locale)("area.ourTickets"), content);
  });

  app.get("/area/tickets/:number", async (context) => {
    const answer = await answers.read(context.req.query("answer") ?? "", context.get("guest").user);
    return ticket(context, ticketNumber(context.req.param("number")), answer === null ? {} : { answer });
  });

  app.get("/area/tickets/:number/files/:key", async (context) => {
    const guest = context.get("guest");
    const number = ticketNumber(context.req.param("number"));
    const why = await whyHidden(guest, number);
    if (why === "unreadable") return notice(context, why);
    const file = number === null || why !== null ? null : await customersFile(db, number, fileKeyIn(context));
    return file === null ? notice(context, "notThere") : fileResponse(context, file);
  });

  app.get("/area/plan", (context) => {
    const guest = context.get("guest");
    const content = planPage(guest.account, guest.desk, contextOf(guest));
    return show(context, sayIn(guest.viewer.locale)("area.ourPlan"), content);
  });

  app.route("/", areaStatements(deps, { show, notice }));
  app.route("/", areaLive(deps, { whyHidden, notice }, { sessions, live }));
  app.route("/", areaActs(deps, { contextOf, secretsFor, show, notice, ticket, whyHidden }, answers));

  app.route(
    "/",
    signOutRoutes("area", { sessions, origin: deps.origin, notice, person: (context) => context.get("guest") }),
  );
  app.all("/area/*", (context) => notice(context, "notThere"));
  return app;
};
