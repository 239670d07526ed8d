import { Hono, type Context } from "hono";
import type { Adapter } from "../chat/port.ts";
import { errorKind, isUnavailable } from "../chat/error-kind.ts";
import { QueryFailed } from "../db/connection/query-failed.ts";
import { forPages } from "../db/connection/handle.ts";
import { deskViewer, staffViewer } from "../i18n/viewer-for.ts";
import { sayIn } from "../i18n/say.ts";
import { createSessions } from "./access/sessions.ts";
import { areaRoutes } from "./area/area-routes.ts";
import { largestAreaBody } from "./area/files-field.ts";
import { areaSignIn } from "./area/area-sign-in.ts";
import { ratingLinkPages } from "./area/rating-link-pages.ts";
import type { WebDeps, WebEnv } from "./deps.ts";
import { assetResponse, loadAssets } from "./page-assets.ts";
import { answersInTime } from "./answers-in-time.ts";
import { accessRoutes } from "./desk/access-routes.ts";
import { accountRoutes } from "./desk/accounts/account-routes.ts";
import { reportRoutes } from "./desk/reports/report-routes.ts";
import { mailRoutes } from "./desk/mails/mail-routes.ts";
import { noteRoutes } from "./desk/accounts/note-routes.ts";
import { actRoutes } from "./desk/act-routes.ts";
import { bulkRoutes } from "./desk/bulk-routes.ts";
import { createDeskPage } from "./desk/desk-page.ts";
import { createRehearsals } from "./desk/settings/rehearsal/rehearsals.ts";
import { statementRoutes } from "./desk/statements/statement-routes.ts";
import { settingsRoutes } from "./desk/settings/settings-routes.ts";
import { reportFileRoutes } from "./desk/report-file-routes.ts";
import { queueRoutes } from "./desk/queue-routes.ts";
import { fileRoutes } from "./files/served-files.ts";
import { ticketRoutes } from "./desk/ticket-routes.ts";
import { createLive, usualEveryMs } from "./live/live.ts";
import { liveRoutes } from "./live/live-routes.ts";
import { createWebLimits, usualRates } from "./limits.ts";
import { plainPage } from "./pages/plain-page.ts";
import { noticePage } from "./pages/small-pages.ts";
import { page } from "./render/layout.ts";
import { traceRefused } from "./refused-pages.ts";
import { fromOwnPages, onlyEncrypted, packPages, safeHeaders } from "./security.ts";
import { staffSignIn } from "./sign-in/staff-sign-in.ts";
import { cookieIn, cookieOf, forgetCookie, signInRoutes, staffMember } from "./sign-in-routes.ts";

/** In bytes. No form without files is larger. */
const usualBody = 200_000;

/** The paths that the web desk and the client area serve. */
const webPaths = ["/desk", "/desk/settings", "/sign-in", "/area"] as const;

/** In bytes: a desk file of thousands of accounts. */
const largestDeskFile = 1_000_000;

type WebMount = Required<Pick<NonNullable<Adapter["http"]>, "path" | "largestBody" | "bodyFor">>;

/** Answers a request; `address` is its sender's. */
interface Web {
  (request: Request, address: string | null): Promise<Response>;
  /** The paths that it serves, for the listener. */
  readonly mounts: readonly WebMount[];
  /** Ends the streams of open pages. */
  close(): void;
}

/** The web desk for the staff and the client area for contacts, drawn on the server. */
export const createWeb = (given: WebDeps): Web => {
  const deps = { ...given, database: forPages(given.database) };
  const limits = createWebLimits(deps.rates ?? usualRates, deps.now);
  const live = createLive({
    db: deps.database.db,
    now: deps.now,
    log: deps.log,
    everyMs: deps.liveEveryMs ?? usualEveryMs,
  });
  const sessions = createSessions(deps.database.db, deps.now);
  const assets = loadAssets();
  const app = new Hono<WebEnv>();

  app.use(safeHeaders);
  app.use(traceRefused(deps.refused ?? (() => {})));
  app.use(onlyEncrypted(deps.origin));
  app.use(packPages);
  app.onError((error, context) => {
    const path = context.req.path.startsWith("/area") ? "/area" : "/desk";
    deps.log.error({ err: error, path }, "http.failed");
    // A transaction that cannot begin fails with the error of the database's driver.
    const isAway = error instanceof QueryFailed || isUnavailable(errorKind(error));
    return plainPage(isAway ? "away" : "wrong", context.req.raw);
  });
  app.get("/desk/assets/:name", async (context) => {
    const asset = await assets.find(context.req.param("name"));
    return asset === undefined ? context.notFound() : assetResponse(asset, context.req.raw);
  });
  app.use(answersInTime(deps.pageMs));
  app.use(limits.byAddress);
  app.use(fromOwnPages(deps.origin));
  app.route("/", staffSignIn(deps, sessions));
  app.route("/", signInRoutes(deps, sessions));
  if (deps.area !== null) {
    app.route("/", areaSignIn(deps, deps.area));
    app.route("/", ratingLinkPages(deps));
    app.route("/", areaRoutes(deps, { sessions, live, limits }));
  }

  // Everything else is for staff who are signed in. Their rights are read from the desk at each request.
  app.use("/desk/*", async (context: Context<WebEnv>, next) => {
    const cookie = cookieOf(context, deps.origin());
    const session = cookie === null ? null : await sessions.of(cookie);
    if (cookie === null || session === null) return context.redirect("/sign-in", 303);
    const desk = await deps.desk.read(deps.database.db);
    const person = staffMember(session.person, desk);
    if (person === null) {
      await sessions.signOutEverywhere(session.person, context.get("address"));
      forgetCookie(context, deps.origin());
      const viewer = deskViewer(desk);
      const say = sayIn(viewer.locale);
      const content = noticePage(say("web.noLongerStaff"), null);
      return context.html(page({ title: say("web.signIn"), viewer, signedIn: null }, content), 403);
    }
    context.set("visitor", { user: session.person, person, desk, viewer: staffViewer(desk, person.key), cookie });
    return next();
  });
  app.use("/desk/*", limits.byPerson);
  const desk = createDeskPage(deps);
  const rehearsals = createRehearsals();
  for (const routes of [
    queueRoutes(desk),
    bulkRoutes(desk),
    ticketRoutes(desk),
    fileRoutes(desk),
    actRoutes(desk),
    accountRoutes(desk),
    noteRoutes(desk),
    reportRoutes(desk),
    statementRoutes(desk),
    mailRoutes(desk),
    accessRoutes(desk, sessions),
    settingsRoutes(desk, rehearsals),
    reportFileRoutes(desk),
    liveRoutes(desk, sessions, live),
  ])
    app.route("/", routes);
  app.all("/desk/*", (context) => desk.notice(context, "notThere"));
  const answer = async (request: Request, address: string | null): Promise<Response> => app.fetch(request, { address });
  /** Only forms with files are large, and only people who are signed in send them. */
  const bodyFor =
    (part: "area" | "desk", largest: number) =>
    async (headers: Headers): Promise<number> => {
      const cookie = cookieIn(headers, deps.origin(), part);
      const isWithFiles = /^multipart\/form-data\b/i.test(headers.get("content-type") ?? "");
      return isWithFiles && cookie !== null && (await sessions.isOpen(cookie)) ? largest : usualBody;
    };
  const largeBodies: Readonly<Record<(typeof webPaths)[number], WebMount["bodyFor"]>> = {
    "/desk": async () => usualBody,
    "/desk/settings": bodyFor("desk", largestDeskFile),
    "/sign-in": async () => usualBody,
    "/area": bodyFor("area", largestAreaBody),
  };
  const mounts = webPaths.map((path) => ({ path, largestBody: usualBody, bodyFor: largeBodies[path] }));
  const close = (): void => {
    live.close();
    rehearsals.close();
  };
  return Object.assign(answer, { close, mounts });
};
