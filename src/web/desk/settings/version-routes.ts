import { Hono } from "hono";
import { readDesk } from "../../../db/desk-store.ts";
import { readDeskAt, readDeskVersions } from "../../../db/desk/version-store.ts";
import { deskDifference } from "../../../desk/changes/difference.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { WebEnv } from "../../deps.ts";
import type { DeskPage } from "../desk-page.ts";
import { namesInChanges } from "./named-changes.ts";
import { settingsFrame } from "./frame.ts";
import { proposeDocument } from "./propose.ts";
import { versionsPage } from "./versions-page.ts";

/** How many versions a page shows. */
const shown = 20;

const largestVersion = 2_147_483_647;

/** A version as an address or a form names it; null for anything else. */
export const versionOf = (typed: string | undefined): number | null => {
  const version = /^[1-9]\d{0,9}$/.test(typed ?? "") ? Number(typed) : null;
  return version !== null && version <= largestVersion ? version : null;
};

/** Every stored version of the desk, and restoring one. */
export const versionRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { deps, nameOf, notice, postedBy, secretsFor, show } = page;
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  app.get("/desk/settings/versions", async (context) => {
    const visitor = context.get("visitor");
    const before = versionOf(context.req.query("before"));
    // One more than shown: the last one is compared with it.
    const versions = await readDeskVersions(db, { before, limit: shown + 1 });
    const changes = versions
      .slice(0, shown)
      .map((each, index) => deskDifference(versions[index + 1]?.document, each.document));
    // The first version has no difference to show.
    const names = await namesInChanges(changes.slice(0, versions.length - 1).flat(), nameOf);
    const view = { versions, changes, names, shown, isNewest: before === null };
    const content = versionsPage(view, visitor, secretsFor(visitor, "/desk/settings/versions"));
    return show(
      context,
      sayIn(visitor.viewer.locale)("settings.versions"),
      settingsFrame("versions", content, visitor.viewer),
    );
  });

  app.post("/desk/settings/versions/:version/restore", async (context) => {
    if ((await postedBy(context)) === null) return notice(context, "formOld", "/desk/settings/versions");
    const version = versionOf(context.req.param("version"));
    const chosen = version === null ? null : await readDeskAt(db, version);
    const inForce = await readDesk(db);
    if (chosen === null || inForce === null) return notice(context, "notThere", "/desk/settings/versions");
    return proposeDocument(context, chosen.document, {
      page,
      basedOn: inForce.version,
      back: "/desk/settings/versions",
      kind: "restore",
      restores: chosen.version,
    });
  });
  return app;
};
