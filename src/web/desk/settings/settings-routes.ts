import { Hono, type Context } from "hono";
import { permitted } from "../../../tickets/permissions.ts";
import type { WebEnv } from "../../deps.ts";
import type { DeskPage } from "../desk-page.ts";
import { fileRoutes } from "./file-routes.ts";
import { formRoutes } from "./forms/form-routes.ts";
import { orderRoutes } from "./forms/order-routes.ts";
import { overviewRoutes } from "./overview-routes.ts";
import { proposalRoutes } from "./proposal-routes.ts";
import { rehearsalRoutes } from "./rehearsal/rehearsal-routes.ts";
import type { Rehearsals } from "./rehearsal/rehearsals.ts";
import { versionRoutes } from "./version-routes.ts";

/**
 * The settings of the desk, for the people who may administer it. For others they are not there. A further part is a function
 * like these, and a line in the navigation (`frame.ts`).
 */
export const settingsRoutes = (desk: DeskPage, rehearsals: Rehearsals): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  app.use("/desk/settings/*", async (context: Context<WebEnv>, next) => {
    const { person } = context.get("visitor");
    if (permitted({ is: "staff", person }, "administer") === "yes") return next();
    context.set("refused", "page");
    return desk.notice(context, "notThere");
  });
  const parts = [
    overviewRoutes(desk),
    proposalRoutes(desk),
    rehearsalRoutes(desk, rehearsals),
    versionRoutes(desk),
    fileRoutes(desk),
    orderRoutes(desk),
    formRoutes(desk),
  ];
  for (const routes of parts) app.route("/", routes);
  return app;
};
