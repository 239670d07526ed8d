import { html } from "hono/html";
import { sectionNamed } from "../../../desk/editing/section.ts";
import type { Desk } from "../../../desk/desk.ts";
import type { DeskDocument } from "../../../desk/schema.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { Markup } from "../../render/line.ts";
import { addLabel, sectionTitle } from "./forms/labels.ts";
import { newPath, sectionPath } from "./forms/paths.ts";

const steps = ["people", "calendars", "plans", "accounts"] as const;

type Step = (typeof steps)[number];

const has = (entries: object | undefined, most: number): boolean => Object.keys(entries ?? {}).length > most;

/** Whether a desk is new: it has no account yet, so no customer is known. */
export const isNewDesk = ({ accounts }: Pick<DeskDocument, "accounts"> | Pick<Desk, "accounts">): boolean =>
  !has(accounts, 0);

/** What an administrator does next on a new desk, in an order in which each step finds what it needs. */
export const nextSteps = (document: DeskDocument, viewer: Viewer): Markup => {
  if (!isNewDesk(document)) return html``;
  const say = sayIn(viewer.locale);
  const done = (step: Step): boolean => step === "people" && has(document.people, 1);
  const shown = (step: Step): Markup => {
    const section = sectionNamed(step);
    if (section === null) return html``;
    const adds = step === "people" || step === "accounts";
    const link = adds
      ? html`<a href="${newPath(section)}">${addLabel(section, say)}</a>`
      : html`<a href="${sectionPath(section)}">${sectionTitle(section, say)}</a>`;
    return html`<li>
      ${link}: ${say(`settings.next.${step}`)}
      ${done(step) ? html`<span class="tag">${say("settings.next.done")}</span>` : ""}
    </li>`;
  };
  return html`<section class="panel">
    <h2>${say("settings.next")}</h2>
    <ol class="sentences">
      ${steps.map(shown)}
    </ol>
  </section>`;
};
