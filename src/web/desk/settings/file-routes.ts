import { Hono, type Context } from "hono";
import { logDeskChange } from "../../../db/access/access-store.ts";
import { readDesk } from "../../../db/desk-store.ts";
import { exportDesk } from "../../../desk/desk-document.ts";
import type { DeskFault } from "../../../desk/findings.ts";
import { readDeskFile } from "../../../desk/read-desk-file.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { WebEnv } from "../../deps.ts";
import type { DeskPage } from "../desk-page.ts";
import { filePage } from "./file-page.ts";
import { settingsFrame } from "./frame.ts";
import { proposeDocument } from "./propose.ts";

const path = "/desk/settings/file";

/** The desk as a desk file: to download, and to upload or paste. */
export const fileRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { deps, notice, postedBy, secretsFor, show } = page;
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  const showImport = (context: Context<WebEnv>, text: string, faults: readonly DeskFault[]) => {
    const visitor = context.get("visitor");
    const content = filePage({ text, faults }, secretsFor(visitor, path)(), visitor.viewer);
    const title = sayIn(visitor.viewer.locale)("settings.file");
    return show(context, title, settingsFrame("file", content, visitor.viewer));
  };

  app.get(path, (context) => showImport(context, "", []));

  app.get("/desk/settings/export", async (context) => {
    const inForce = await readDesk(db);
    if (inForce === null) return notice(context, "notThere", path);
    const { version } = inForce;
    const { user } = context.get("visitor");
    const line = { at: deps.now(), what: "deskExported", person: user, deskVersion: version } as const;
    await logDeskChange(db, { ...line, address: context.get("address") });
    context.header("Content-Disposition", `attachment; filename="desk-version-${version}.yaml"`);
    context.header("Content-Type", "application/yaml; charset=utf-8");
    return context.body(exportDesk(inForce.document));
  });

  app.post("/desk/settings/upload", async (context) => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld", path);
    // A browser sends an empty file if none was chosen.
    const chosen = posted.files.find(({ bytes }) => bytes.byteLength > 0);
    const text = chosen === undefined ? (posted.values.get("text") ?? "") : new TextDecoder().decode(chosen.bytes);
    const inForce = await readDesk(db);
    if (inForce === null) return notice(context, "notThere", path);
    const reading = readDeskFile(text, inForce.document, { former: inForce.former });
    if (!reading.ok) return showImport(context, text, reading.faults);
    return proposeDocument(context, reading.document, { page, basedOn: inForce.version, back: path, kind: "file" });
  });
  return app;
};
