import { readFileSync } from "node:fs";
import { Hono, type Context } from "hono";
import { QueryFailed } from "../db/connection/query-failed.ts";
import { forPages } from "../db/connection/handle.ts";
import { deskViewer, staffViewer } from "../i18n/viewer-for.ts";
import { sayIn } from "../i18n/say.ts";
import { createSessions } from "./access/sessions.ts";
import { areaRoutes } from "./area/area-routes.ts";
import { areaSignIn } from "./area/area-sign-in.ts";
import type { WebDeps, WebEnv } from "./deps.ts";
import { answersInTime } from "./answers-in-time.ts";
import { deskRoutes } from "./desk-routes.ts";
import { createWebLimits, usualRates } from "./limits.ts";
import { plainPage } from "./pages/plain-page.ts";
import { noticePage } from "./pages/small-pages.ts";
import { page } from "./render/layout.ts";
import { fromOwnPages, safeHeaders } from "./security.ts";
import { cookieOf, forgetCookie, signInRoutes, staffMember } from "./sign-in-routes.ts";

/** The paths that the web desk and the client area serve. */
export const webPaths = ["/desk", "/sign-in", "/area"] as const;

const css = "text/css; charset=utf-8";

/** The files of the pages, by name, with their types. Each is read once, when the process starts. */
const names = { "tokens.css": css, "desk.css": css, "area.css": css, "icon.svg": "image/svg+xml" } as const;

interface Asset {
  readonly text: string;
  readonly type: string;
}

const loadAssets = (): ReadonlyMap<string, Asset> =>
  new Map(
    Object.entries(names).map(([name, type]) => [
      name,
      { text: readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8"), type },
    ]),
  );

/**
 * The web desk for the staff and the client area for contacts, drawn on the server. Returns the answer to a request; `address`
 * is its sender's.
 */
export const createWeb = (given: WebDeps): ((request: Request, address: string | null) => Promise<Response>) => {
  const deps = { ...given, database: forPages(given.database) };
  const limits = createWebLimits(deps.rates ?? usualRates, deps.now);
  const sessions = createSessions(deps.database.db, deps.now);
  const assets = loadAssets();
  const app = new Hono<WebEnv>();

  app.use(safeHeaders);
  app.onError((error, context) => {
    const path = context.req.path.startsWith("/area") ? "/area" : "/desk";
    deps.log.error({ err: error, path }, "http.failed");
    return plainPage(error instanceof QueryFailed ? "away" : "wrong", context.req.raw);
  });
  app.get("/desk/assets/:name", (context) => {
    const asset = assets.get(context.req.param("name"));
    if (asset === undefined) return context.notFound();
    return context.body(asset.text, 200, { "Content-Type": asset.type, "Cache-Control": "private, max-age=3600" });
  });
  app.use(answersInTime(deps.pageMs));
  app.use(limits.byAddress);
  app.use(fromOwnPages(deps.origin));
  app.route("/", signInRoutes(deps, sessions));
  if (deps.area !== undefined) {
    app.route("/", areaSignIn(deps, deps.area));
    app.route("/", areaRoutes(deps, sessions, limits));
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
  app.route("/", deskRoutes(deps, sessions));
  return async (request, address) => app.fetch(request, { address });
};
