import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { readDeskAt } from "../../../../db/desk/version-store.ts";
import { readDesk } from "../../../../db/desk-store.ts";
import { entriesOf, withOrder } from "../../../../desk/editing/entries.ts";
import { hasOrder, sectionNamed, type Section } from "../../../../desk/editing/section.ts";
import { deskDocument, type DeskDocument } from "../../../../desk/schema.ts";
import { sayIn } from "../../../../i18n/say.ts";
import { formTokenOf } from "../../../access/tokens.ts";
import type { WebEnv } from "../../../deps.ts";
import type { DeskPage } from "../../desk-page.ts";
import { settingsFrame } from "../frame.ts";
import { proposeDocument } from "../propose.ts";
import { versionOf } from "../version-routes.ts";
import { sectionTitle } from "./labels.ts";
import { moved, moveOf, orderInput, orderPage, type Move } from "./order-page.ts";
import { sectionPath } from "./paths.ts";

/** The entries of a section in the version of the desk that a person began with. */
interface Ordered {
  readonly section: Section;
  readonly document: DeskDocument;
  readonly basedOn: number;
}

/** The page on which the entries of a section get another order. */
export const orderRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { deps, notice, postedBy, show } = page;
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  /** Null if there is no such section, or its entries have no order. */
  const orderedAt = async (context: Context<WebEnv>, version: number | null): Promise<Ordered | null> => {
    const section = sectionNamed(context.req.param("section") ?? "");
    const stored = version === null ? await readDesk(db) : await readDeskAt(db, version);
    if (section === null || !hasOrder(section) || stored === null) return null;
    return { section, document: deskDocument.parse(stored.document), basedOn: stored.version };
  };

  const draw = (context: Context<WebEnv>, ordered: Ordered, keys: readonly string[], last: Move | null) => {
    const { section, document, basedOn } = ordered;
    const { desk, viewer, cookie } = context.get("visitor");
    const secrets = { token: formTokenOf(cookie), key: randomUUID(), back: sectionPath(section) };
    const content = orderPage({ section, keys, basedOn, last }, secrets, { document, desk, viewer });
    const title = sectionTitle(section, sayIn(viewer.locale));
    return show(context, title, settingsFrame(section, content, viewer));
  };

  const keysIn = ({ document, section }: Ordered): readonly string[] =>
    entriesOf(document, section).map(({ key }) => key);

  app.get("/desk/settings/:section/order", async (context) => {
    const ordered = await orderedAt(context, null);
    if (ordered === null) return notice(context, "notThere", "/desk/settings");
    return draw(context, ordered, keysIn(ordered), null);
  });

  app.post("/desk/settings/:section/order", async (context) => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld", "/desk/settings");
    const ordered = await orderedAt(context, versionOf(posted.values.get("basedOn")));
    if (ordered === null) return notice(context, "notThere", "/desk/settings");
    const { section, document, basedOn } = ordered;
    const sent = posted.all(orderInput);
    const isWhole = withOrder(document, section, sent) !== null;
    const move = moveOf(posted.values.get("do") ?? "");
    const keys = move === null ? sent : moved(sent, move);
    const proposed = withOrder(document, section, keys);
    // A form that names other entries was not ours, or is of another version.
    if (!isWhole || proposed === null) return draw(context, ordered, keysIn(ordered), null);
    if (move !== null) return draw(context, ordered, keys, move);
    return proposeDocument(context, proposed, { page, basedOn, back: sectionPath(section) });
  });
  return app;
};
