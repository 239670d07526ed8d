import type { DeskDocument } from "../../../../desk/schema.ts";
import type { Desk } from "../../../../desk/desk.ts";
import type { Entry } from "../../../../desk/editing/entries.ts";
import { lengthText, writtenLength } from "../../../../desk/editing/length.ts";
import { listed, mapped, textOf } from "../../../../desk/editing/plain.ts";
import type { Section } from "../../../../desk/editing/section.ts";
import { calendarText } from "../../../../i18n/calendar-text.ts";
import { oneLine } from "../../../../i18n/excerpt.ts";
import { listInText } from "../../../../i18n/languages.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import { allClockKinds } from "../../../../sla/clock-kinds.ts";
import { severities } from "../../../../sla/severity.ts";
import { fieldNamed, entryName, optionsOf, plainText } from "./options.ts";

/** What the texts of entries are made from. */
export interface EntryTexts {
  readonly document: DeskDocument;
  readonly desk: Desk;
  readonly viewer: Viewer;
}

/** The moment of a reminder's step: "80%", "15 minutes". */
const momentOf = (step: Readonly<Record<string, unknown>>, viewer: Viewer): string =>
  textOf(step["at"]) || lengthText(textOf(step["left"]), viewer.locale);

/** The heading of an entry in a list and above its form. */
export const entryTitle = (section: Section, { key, value }: Entry, { document, viewer }: EntryTexts): string => {
  const say = sayIn(viewer.locale);
  if (section.name === "reminders")
    return `${say("forms.step", { number: Number(key) + 1 })}: ${momentOf(mapped(value), viewer)}`;
  if (section.name === "articles") return textOf(mapped(value)["title"]);
  const severity = severities.find((each) => each === key);
  if (section.kind === "fixed" && severity !== undefined) return say(`severityLabel.${severity}`);
  return entryName(document, section.name, key, viewer);
};

/** The values of a field as the form names them, in a sentence. */
const chosen = (
  section: Section,
  name: string,
  values: readonly string[],
  { document, viewer }: EntryTexts,
): string => {
  const field = fieldNamed(section, name);
  const options = field === null ? [] : optionsOf(field, document, viewer);
  return listInText(
    values.map((value) => options.find((each) => each.value === value)?.label ?? value),
    viewer.locale,
  );
};

/** The targets that hold for a severity: its own, and the built-in ones. */
const targetsText = (key: string, { desk, viewer }: EntryTexts): string => {
  const say = sayIn(viewer.locale);
  const severity = severities.find((each) => each === key);
  return allClockKinds
    .flatMap((clock) => {
      const target = severity === undefined ? undefined : desk.severities[severity][clock];
      return target === undefined
        ? []
        : [`${say(`clock.${clock}`)}: ${lengthText(writtenLength(target), viewer.locale)}`];
    })
    .join(" · ");
};

/** What a list says of an entry beside its title. */
export const entryDetails = (section: Section, { key, value }: Entry, texts: EntryTexts): string => {
  const { document, desk, viewer } = texts;
  const entry = mapped(value);
  const of = (name: string): string => chosen(section, name, listed(entry[name]), texts);
  const parts = (...each: readonly string[]): string => each.filter((text) => text !== "").join(" · ");
  switch (section.name) {
    case "people":
      return parts(of("roles"), textOf(entry["email"]));
    case "accounts":
      return parts(of("plan"), of("manager"));
    case "plans":
      return parts(of("calendar"), of("phone"));
    case "calendars": {
      const calendar = Object.hasOwn(desk.calendars, key) ? desk.calendars[key] : undefined;
      return calendar === undefined ? "" : calendarText(calendar, viewer.locale);
    }
    case "severities":
      return parts(plainText(entry["means"], document, viewer), targetsText(key, texts));
    case "reminders":
      return parts(of("tell"), of("severities"), of("clocks"));
    case "replies":
      return oneLine(plainText(entry["text"], document, viewer), 120);
    case "articles":
      return parts(textOf(entry["url"]), listed(entry["keywords"]).join(", "));
    case "areas":
      return of("agents");
    default:
      return "";
  }
};
