import { Hono } from "hono";
import { html } from "hono/html";
import { readDeskVersions } from "../../../db/desk/version-store.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { WebEnv } from "../../deps.ts";
import type { DeskPage } from "../desk-page.ts";
import { managedByFile } from "./file-page.ts";
import { entriesOf } from "../../../desk/editing/entries.ts";
import { sections } from "../../../desk/editing/section.ts";
import { deskDocument } from "../../../desk/schema.ts";
import { numberText } from "../../../i18n/languages.ts";
import { sectionAbout, sectionTitle } from "./forms/labels.ts";
import { sectionPath } from "./forms/paths.ts";
import { savedNotice, settingsFrame } from "./frame.ts";
import { nextSteps } from "./next-steps.ts";

/** The first page of the settings: which version is in force. */
export const overviewRoutes = ({ deps, show }: DeskPage): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  app.get("/desk/settings", async (context) => {
    const { viewer } = context.get("visitor");
    const say = sayIn(viewer.locale);
    const [inForce] = await readDeskVersions(deps.database.db, { before: null, limit: 1 });
    const about =
      inForce === undefined
        ? ""
        : say("settings.overviewAbout", { version: inForce.version, at: datedMomentText(inForce.at, viewer) });
    const document = deskDocument.safeParse(inForce?.document);
    const counted = (section: (typeof sections)[number]): string =>
      document.success && (section.kind === "keyed" || section.kind === "list")
        ? numberText(entriesOf(document.data, section).length, viewer.locale)
        : "";
    const content = html`<h1>${say("settings.title")}</h1>
      ${savedNotice(context.req.query("saved"), inForce?.version, viewer)}
      <p>${about}</p>
      ${document.success ? nextSteps(document.data, viewer) : ""}
      ${deps.settings?.deskFile == null ? "" : managedByFile(deps.settings.deskFile, viewer)}
      <ul class="overview">
        ${sections.map(
          (each) =>
            html`<li>
              <a href="${sectionPath(each)}">${sectionTitle(each, say)}</a> <span class="count">${counted(each)}</span>
              <p class="hint">${sectionAbout(each, say)}</p>
            </li>`,
        )}
      </ul>`;
    return show(context, say("settings.title"), settingsFrame("overview", content, viewer));
  });
  return app;
};
