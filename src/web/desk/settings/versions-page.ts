import { html } from "hono/html";
import type { WholeDeskVersion } from "../../../db/desk/version-store.ts";
import type { EntryChange } from "../../../desk/changes/difference.ts";
import type { Desk } from "../../../desk/desk.ts";
import { identify } from "../../../tickets/principal.ts";
import type { UserRef } from "../../../tickets/refs.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn, type Say } from "../../../i18n/say.ts";
import { webPlace } from "../../acting.ts";
import type { Visitor } from "../../deps.ts";
import type { NewSecrets } from "../../render/card.ts";
import { hiddenFields } from "../../render/form-fields.ts";
import type { Markup } from "../../render/line.ts";
import { differenceView } from "./difference-view.ts";
import type { PlaceNames } from "./named-changes.ts";

/**
 * Who made a version: the name of a person of the desk, or of a user of the machine. A person who has left is named by their
 * reference. Null for a desk file that was applied at the start.
 */
export const authorName = (
  { author, source }: Pick<WholeDeskVersion, "author" | "source">,
  desk: Desk,
): string | null => {
  if (author === null || source !== "web") return author;
  const principal = identify(author as UserRef, webPlace, desk);
  return principal.is === "staff" ? principal.person.name : author;
};

interface VersionsView {
  /** Newest first; one more than shown if there are earlier ones. */
  readonly versions: readonly WholeDeskVersion[];
  /** What each of them changed. */
  readonly changes: readonly (readonly EntryChange[])[];
  /** The names that platforms tell of the people and channels that differ. */
  readonly names: PlaceNames;
  readonly shown: number;
  /** The first of them is the one in force. */
  readonly isNewest: boolean;
}

const aboutOf = ({ at, source, restores, ...version }: WholeDeskVersion, { desk, viewer }: Visitor): string => {
  const say = sayIn(viewer.locale);
  return [
    datedMomentText(at, viewer),
    authorName({ ...version, source }, desk),
    say(`settings.source.${source}`),
    restores === null ? null : say("settings.restores", { version: restores }),
  ]
    .filter((each) => each !== null)
    .join(" · ");
};

const restoreForm = (version: number, newSecrets: NewSecrets, say: Say): Markup =>
  html`<form method="post" action="/desk/settings/versions/${String(version)}/restore">
    ${hiddenFields(newSecrets())}<button class="button" type="submit">${say("settings.restore", { version })}</button>
  </form>`;

/** Every version with its author, its time and what it changed, newest first. */
export const versionsPage = (
  { versions, changes, names, shown, isNewest }: VersionsView,
  visitor: Visitor,
  newSecrets: NewSecrets,
): Markup => {
  const say = sayIn(visitor.viewer.locale);
  const last = versions.length > shown ? versions[shown - 1] : undefined;
  return html`<h1>${say("settings.versions")}</h1>
    <p class="hint">${say("settings.versionsAbout")}</p>
    <ol class="versions">
      ${versions.slice(0, shown).map((each, index) => {
        const earlier = versions[index + 1];
        const changed = changes[index] ?? [];
        const isInForce = isNewest && index === 0;
        return html`<li class="panel">
          <div class="version-head">
            <h2>
              ${say("settings.versionNumber", { version: each.version })}
              ${isInForce ? html`<span class="tag">${say("settings.inForce")}</span>` : ""}
            </h2>
            ${isInForce ? "" : restoreForm(each.version, newSecrets, say)}
          </div>
          <p class="small" dir="auto">${aboutOf(each, visitor)}</p>
          ${
            earlier === undefined
              ? html`<p>${say("settings.firstVersion")}</p>`
              : html`<details>
                  <summary>${say("settings.changedEntries", { count: changed.length })}</summary>
                  ${differenceView(changed, { between: [each.document, earlier.document], names, viewer: visitor.viewer })}
                </details>`
          }
        </li>`;
      })}
    </ol>
    ${
      last === undefined
        ? ""
        : html`<p>
            <a class="button" href="/desk/settings/versions?before=${String(last.version)}"
              >${say("settings.earlierVersions")}</a
            >
          </p>`
    }`;
};
