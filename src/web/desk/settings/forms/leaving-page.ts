import { html } from "hono/html";
import { entriesOf } from "../../../../desk/editing/entries.ts";
import type { NamingPlace } from "../../../../desk/editing/references.ts";
import { sayIn } from "../../../../i18n/say.ts";
import { ticketName } from "../../../../tickets/ticket.ts";
import { hiddenFields, type FormSecrets } from "../../../render/form-fields.ts";
import type { Markup } from "../../../render/line.ts";
import { entryName, type Option } from "./options.ts";
import { formPath, removalPath } from "./paths.ts";
import { placeName } from "./place-name.ts";
import { leftEmpty, placesOf, requiredChoice, type Removable } from "./removal-page.ts";

/** The input for the person who takes over what is not chosen one by one. */
export const successorInput = "to";

/** The inputs for single places and tickets. An empty value means: the same person as for the rest. */
export const placeInput = ({ path }: NamingPlace): string => `place.${path.join(".")}`;
export const ticketInput = (number: number): string => `ticket.${number}`;

/** An open ticket of the person. */
interface OwnTicket {
  readonly number: number;
  readonly title: string;
  readonly account: string | null;
}

/** A person who is removed, with what they have. */
export interface Leaving extends Removable {
  /** The first of their open tickets, which can be given to single people. */
  readonly tickets: readonly OwnTicket[];
  /** How many open tickets they have; at most `ticketsCounted`. */
  readonly open: number;
}

/** The people who stay. */
export const successorsOf = ({ document, section, key, viewer }: Removable): readonly Option[] =>
  entriesOf(document, section)
    .filter((entry) => entry.key !== key)
    .map((entry) => ({ value: entry.key, label: entryName(document, section.name, entry.key, viewer) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, viewer.locale));

/** The people who may stand in a place: only agents in the team of an area. */
export const successorsAt = (place: NamingPlace, leaving: Removable): readonly Option[] =>
  place.path[0] === "areas"
    ? successorsOf(leaving).filter(({ value }) => leaving.document.people?.[value]?.roles.includes("agent") === true)
    : successorsOf(leaving);

interface Choice {
  readonly name: string;
  readonly label: string;
  readonly link?: string;
  readonly options: readonly Option[];
  /** What "no one" means here. */
  readonly none: string;
}

const choice = ({ name, label, link, options, none }: Choice, viewer: Removable["viewer"]): Markup => {
  const say = sayIn(viewer.locale);
  return html`<label for="${name}" class="part-label" dir="auto"
      >${link === undefined ? label : html`<a href="${link}">${label}</a>`}</label
    ><select id="${name}" name="${name}">
      <option value="">${say("leaving.asAbove")}</option>
      ${options.map((each) => html`<option value="${each.value}">${each.label}</option>`)}
      <option value="${leftEmpty}">${none}</option>
    </select>`;
};

const group = (title: string, choices: readonly Choice[], { viewer }: Removable, after: Markup = html``): Markup =>
  choices.length === 0
    ? html``
    : html`<fieldset class="field">
        <legend>${title}</legend>
        <div class="parts">${choices.map((each) => choice(each, viewer))}</div>
        ${after}
      </fieldset>`;

const forTheRest = (leaving: Leaving, isMissing: boolean): Markup => {
  const { viewer } = leaving;
  const say = sayIn(viewer.locale);
  return requiredChoice(
    {
      name: successorInput,
      label: say("leaving.successor"),
      nothing: say("settings.chooseSuccessor"),
      options: [...successorsOf(leaving), { value: leftEmpty, label: say("leaving.noOne") }],
      help: say("leaving.successorHelp"),
      isMissing,
    },
    viewer,
  );
};

const ticketLabel = ({ number, title, account }: OwnTicket, { document }: Leaving): string =>
  [ticketName(number), title, document.accounts?.[account ?? ""]?.name ?? ""].filter((each) => each !== "").join(" · ");

/** What a person has, and who takes each of it over. The button leads to the preview. */
export const leavingPage = (leaving: Leaving, isMissing: boolean, secrets: FormSecrets): Markup => {
  const { section, key, document, viewer, basedOn, tickets, open } = leaving;
  const say = sayIn(viewer.locale);
  const places = placesOf(leaving);
  const has = places.length + open > 0;
  const more = open - tickets.length;
  const placeChoices = places.map((place) => ({
    name: placeInput(place),
    label: placeName(place.path.join("."), leaving),
    options: successorsAt(place, leaving),
    none: say("leaving.leaveEmpty"),
  }));
  const ticketChoices = tickets.map((ticket) => ({
    name: ticketInput(ticket.number),
    label: ticketLabel(ticket, leaving),
    link: `/desk/tickets/${ticket.number}`,
    options: successorsOf(leaving),
    none: say("leaving.offer"),
  }));
  return html`<h1 dir="auto">${say("forms.removeName", { name: entryName(document, section.name, key, viewer) })}</h1>
    <p class="hint">${say(has ? "leaving.about" : "leaving.nothing")}</p>
    <form method="post" action="${removalPath(section, key)}" class="desk-form entry-form" novalidate>
      ${hiddenFields(secrets)}<input type="hidden" name="basedOn" value="${String(basedOn)}" />
      ${has ? forTheRest(leaving, isMissing) : ""} ${group(say("leaving.places"), placeChoices, leaving)}
      ${group(
        say("leaving.tickets", { count: open }),
        ticketChoices,
        leaving,
        more > 0 ? html`<p class="hint">${say("leaving.moreTickets", { count: more })}</p>` : html``,
      )}
      <div class="row actions">
        <button class="button danger" type="submit">${say("forms.preview")}</button>
        <a class="button" href="${formPath(section, key)}">${say("forms.cancel")}</a>
      </div>
    </form>`;
};
