import { Hono } from "hono";
import { readAccessLog } from "../../db/access/access-store.ts";
import { sayIn } from "../../i18n/say.ts";
import { permitted } from "../../tickets/permissions.ts";
import type { Sessions } from "../access/sessions.ts";
import type { WebEnv } from "../deps.ts";
import { accessPage } from "../pages/access-page.ts";
import { signOutRoutes } from "../sign-out.ts";
import type { DeskPage } from "./desk-page.ts";

const accessShown = 200;

/** Who signed in, and signing out. */
export const accessRoutes = ({ deps, contextOf, notice, show }: DeskPage, sessions: Sessions): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  app.get("/desk/access", async (context) => {
    const { desk, viewer, person } = context.get("visitor");
    if (permitted({ is: "staff", person }, "accessLog") !== "yes") {
      context.set("refused", "page");
      return notice(context, "notThere");
    }
    const log = await readAccessLog(deps.database.db, accessShown);
    return show(context, sayIn(viewer.locale)("web.access"), accessPage(log, desk, contextOf(context.get("visitor"))));
  });
  app.route(
    "/",
    signOutRoutes("desk", { sessions, origin: deps.origin, notice, person: (context) => context.get("visitor") }),
  );
  return app;
};
