import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import { readDeskAt } from "../../../../db/desk/version-store.ts";
import { readProposal } from "../../../../db/desk/proposal-store.ts";
import { readDesk } from "../../../../db/desk-store.ts";
import { withoutEntry } from "../../../../desk/editing/references.ts";
import { entryOf } from "../../../../desk/editing/entries.ts";
import { versionOf } from "../version-routes.ts";
import { sectionNamed, type Section } from "../../../../desk/editing/section.ts";
import { deskDocument, type DeskDocument } from "../../../../desk/schema.ts";
import { sayIn } from "../../../../i18n/say.ts";
import { formTokenOf } from "../../../access/tokens.ts";
import type { WebEnv } from "../../../deps.ts";
import type { Posted } from "../../../posted.ts";
import type { FormSecrets } from "../../../render/form-fields.ts";
import type { Markup } from "../../../render/line.ts";
import type { DeskPage } from "../../desk-page.ts";
import { savedNotice, settingsFrame } from "../frame.ts";
import { proposeDocument } from "../propose.ts";
import { needsName, proposedDesk, type EditedEntry } from "./edited.ts";
import { entryForm, inputsOf, inputsShowing, newNameIn, type Drawing } from "./entry-form.ts";
import { formFaults, noFaults } from "./faults.ts";
import { directoriesOf, findPlaces } from "./find-places.ts";
import { formPage } from "./form-page.ts";
import { sectionTitle } from "./labels.ts";
import { leavingPage } from "./leaving-page.ts";
import { leavingOf, proposeLeaving } from "./leaving-routes.ts";
import { listPage } from "./list-page.ts";
import { withPlaceNames } from "./named-places.ts";
import { fieldNamed } from "./options.ts";
import { formOfProposal, formPath, sectionPath } from "./paths.ts";
import { leftEmpty, placesOf, removalPage, replacementInput, replacementsFor, type Removable } from "./removal-page.ts";
import { findPrefix, searchedPrefix } from "./shown-field.ts";

type At = Context<WebEnv>;

/** The field whose search a person started: with its button, or with the Enter key in its input. */
const soughtIn = ({ values }: Posted): string | null => {
  const pressed = values.get("do") ?? "";
  if (pressed.startsWith("find:")) return pressed.slice("find:".length);
  if (pressed !== "enter") return null;
  const typed = [...values].find(([name, words]) => {
    const field = name.slice(findPrefix.length);
    return name.startsWith(findPrefix) && words.trim() !== "" && words !== values.get(`${searchedPrefix}${field}`);
  });
  return typed === undefined ? null : typed[0].slice(findPrefix.length);
};

/** The sections of the desk as lists and forms. */
export const formRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { deps, notice, postedBy, show } = page;
  const { db } = deps.database;
  const directories = directoriesOf(deps.portOf);
  const app = new Hono<WebEnv>();

  const secretsOf = (context: At, back: string): FormSecrets => ({
    token: formTokenOf(context.get("visitor").cookie),
    key: randomUUID(),
    back,
  });

  const shown = (context: At, section: Section, content: Markup) => {
    const { viewer } = context.get("visitor");
    const title = sectionTitle(section, sayIn(viewer.locale));
    return show(context, title, settingsFrame(section, content, viewer));
  };

  /** A version of the desk; null: the one in force. */
  const documentAt = async (version: number | null): Promise<{ document: DeskDocument; version: number } | null> => {
    const stored = version === null ? await readDesk(db) : await readDeskAt(db, version);
    return stored === null ? null : { document: deskDocument.parse(stored.document), version: stored.version };
  };

  /** What the address and the form name; null if there is no such section or entry. */
  const editedAt = async (context: At, posted: Posted | null, isNew: boolean): Promise<EditedEntry | null> => {
    const { desk, viewer } = context.get("visitor");
    const section = sectionNamed(context.req.param("section") ?? "");
    const key = isNew ? null : (context.req.param("key") ?? "");
    const basedOn = versionOf(posted?.values.get("basedOn"));
    const stored = section === null ? null : await documentAt(basedOn);
    if (section === null || stored === null) return null;
    const edited = { section, key, document: stored.document, basedOn: stored.version, desk, viewer };
    if (key === null) return section.kind === "keyed" || section.kind === "list" ? edited : null;
    return entryOf(stored.document, section, key) === null ? null : edited;
  };

  const drawForm = async (context: At, edited: EditedEntry, drawing: Partial<Drawing>) => {
    const plain = entryForm(edited, { directories, faults: noFaults, posted: null, finding: null, ...drawing });
    const form = await withPlaceNames(plain, page.nameOf);
    return shown(context, edited.section, formPage(form, secretsOf(context, form.back), edited.viewer));
  };

  /** What a proposal of this person says of the entry, for a form to which they return from its preview. */
  const proposedBefore = async (context: At, edited: EditedEntry): Promise<Drawing["posted"]> => {
    const { proposal: id = "", entry: key = "" } = context.req.query();
    const proposal = id === "" ? null : await readProposal(db, id, context.get("visitor").user);
    const read = proposal === null ? null : deskDocument.safeParse(proposal.document);
    const entry = read?.success === true ? entryOf(read.data, edited.section, key) : null;
    return entry === null ? null : { inputs: inputsShowing(entry.value, edited), newName: key };
  };

  const openForm = async (context: At, isNew: boolean) => {
    const edited = await editedAt(context, null, isNew);
    if (edited === null) return notice(context, "notThere", "/desk/settings");
    return drawForm(context, edited, { posted: await proposedBefore(context, edited) });
  };

  /** Takes a form: asks the platforms, draws it again with its faults, or leads to the preview. */
  const takeForm = async (context: At, isNew: boolean) => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld", "/desk/settings");
    const edited = await editedAt(context, posted, isNew);
    if (edited === null) return notice(context, "notThere", "/desk/settings");
    const inputs = inputsOf(posted);
    const newName = newNameIn(posted);
    const drawing = { posted: { inputs, newName } };
    const sought = soughtIn(posted);
    const field = sought === null ? null : fieldNamed(edited.section, sought);
    if (field !== null && sought !== null) {
      const words = (posted.values.get(`${findPrefix}${sought}`) ?? "").trim().slice(0, 80);
      const finding = await findPlaces(field, words, directories);
      return drawForm(context, edited, { ...drawing, finding: { name: sought, finding } });
    }
    const proposed = proposedDesk(edited, inputs, newName);
    if (proposed.faults.length > 0 || (needsName(edited) && newName === ""))
      return drawForm(context, edited, { ...drawing, faults: formFaults(proposed, edited) });
    return proposeDocument(context, proposed.document, {
      page,
      basedOn: edited.basedOn,
      back: (id) => formOfProposal(edited.section, edited.key, { id, entry: proposed.key }),
    });
  };

  const removableAt = async (context: At, posted: Posted | null): Promise<Removable | null> => {
    const edited = await editedAt(context, posted, false);
    if (edited === null || edited.key === null) return null;
    return edited.section.kind === "keyed" || edited.section.kind === "list" ? { ...edited, key: edited.key } : null;
  };

  const drawRemoval = async (context: At, removable: Removable, isMissing: boolean) => {
    const { section, key } = removable;
    const secrets = secretsOf(context, formPath(section, key));
    const content =
      section.name === "people"
        ? leavingPage(await leavingOf(removable, db), isMissing, secrets)
        : removalPage(removable, isMissing, secrets);
    return shown(context, section, content);
  };

  app.get("/desk/settings/:section", async (context, next) => {
    const section = sectionNamed(context.req.param("section"));
    if (section === null) return next();
    if (section.kind === "single") return openForm(context, false);
    const stored = await documentAt(null);
    if (stored === null) return notice(context, "notThere", "/desk/settings");
    const { desk, viewer } = context.get("visitor");
    const words = (context.req.query("q") ?? "").trim().slice(0, 100);
    const list = listPage(section, words, { document: stored.document, desk, viewer });
    return shown(context, section, html`${savedNotice(context.req.query("saved"), stored.version, viewer)}${list}`);
  });
  app.post("/desk/settings/:section", async (context, next) =>
    sectionNamed(context.req.param("section"))?.kind === "single" ? takeForm(context, false) : next(),
  );
  app.get("/desk/settings/:section/new", (context) => openForm(context, true));
  app.post("/desk/settings/:section/new", (context) => takeForm(context, true));
  app.get("/desk/settings/:section/entry/:key", (context) => openForm(context, false));
  app.post("/desk/settings/:section/entry/:key", (context) => takeForm(context, false));

  app.get("/desk/settings/:section/entry/:key/remove", async (context) => {
    const removable = await removableAt(context, null);
    return removable === null ? notice(context, "notThere", "/desk/settings") : drawRemoval(context, removable, false);
  });
  app.post("/desk/settings/:section/entry/:key/remove", async (context) => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld", "/desk/settings");
    const removable = await removableAt(context, posted);
    if (removable === null) return notice(context, "notThere", "/desk/settings");
    const { document, section, key, basedOn } = removable;
    if (section.name === "people") {
      const proposed = await proposeLeaving(context, await leavingOf(removable, db), posted, page);
      return proposed ?? drawRemoval(context, removable, true);
    }
    const chosen = posted.values.get(replacementInput) ?? "";
    const isNamed = placesOf(removable).length > 0;
    if (isNamed && !replacementsFor(removable).some(({ value }) => value === chosen))
      return drawRemoval(context, removable, true);
    const replacement = !isNamed || chosen === leftEmpty ? null : chosen;
    const proposed = withoutEntry(document, section, key, replacement);
    return proposeDocument(context, proposed, { page, basedOn, back: sectionPath(section) });
  });
  return app;
};
