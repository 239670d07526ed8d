import { languageTag } from "../../../../i18n/languages.ts";
import { platformName } from "../../../../i18n/directory.ts";
import { en, sayIn, type Say } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import { locales, type Locale } from "../../../../desk/desk.ts";
import type { FieldShape } from "../../../../desk/editing/field.ts";
import type { Section } from "../../../../desk/editing/section.ts";
import { allClockKinds } from "../../../../sla/clock-kinds.ts";
import { severities } from "../../../../sla/severity.ts";

type Sentence = keyof typeof en;

const isSentence = (key: string): key is Sentence => Object.hasOwn(en, key);

/** A sentence that exists in every language; an empty text if there is none. */
const said = (say: Say, key: string, values: Readonly<Record<string, string>> = {}): string =>
  isSentence(key) ? (say as (key: string, values: object) => string)(key, values) : "";

/** The key of a field's label: targets have the same one everywhere, and so have ids on platforms. */
const labelKey = ({ label, kind }: Pick<FieldShape, "label" | "kind">): string => {
  const last = label.split(".").at(-1) ?? "";
  if (kind.is === "platformId") return "people.platformId";
  if (kind.is === "duration" && allClockKinds.some((clock) => clock === last)) return `clock.${last}`;
  return label.startsWith("limits.") && last === "within" ? "limits.within" : label;
};

const valuesOf = ({ kind }: FieldShape): Readonly<Record<string, string>> =>
  kind.is === "platformId" ? { platform: platformName(kind.platform) } : {};

export const fieldLabel = (field: FieldShape, say: Say): string =>
  said(say, `setting.${labelKey(field)}`, valuesOf(field));

export const fieldHelp = (field: FieldShape, say: Say): string =>
  said(say, `settingHelp.${labelKey(field)}`, valuesOf(field));

/** The title of the fields below one key, such as the targets of one severity. */
export const groupLabel = ({ path, label }: FieldShape, say: Say): string => {
  const above = path.at(-2) ?? "";
  if (severities.some((each) => each === above)) return said(say, `severityLabel.${above}`);
  return said(say, `setting.${label.split(".").slice(0, -1).join(".")}`);
};

/** The name of a language in the viewer's language. */
export const languageName = (locale: Locale, viewer: Viewer): string => {
  const name = new Intl.DisplayNames([languageTag[viewer.locale]], { type: "language" }).of(locale) ?? locale;
  return name.slice(0, 1).toLocaleUpperCase(viewer.locale) + name.slice(1);
};

/** A fixed value of a field in words. */
export const choiceLabel = ({ path }: FieldShape, value: string, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const locale = locales.find((each) => each === value);
  if (locale !== undefined) return languageName(locale, viewer);
  const words =
    said(say, `settingChoice.${path.at(-1) ?? ""}.${value}`) ||
    said(say, `severityLabel.${value}`) ||
    said(say, `clock.${value}`);
  return words === "" ? platformName(value) : words;
};

/** The name of a role that a reminder goes to. */
export const recipientLabel = (role: string, say: Say): string => said(say, `settingChoice.recipients.${role}`);

/** Sections whose titles stand with the settings as a whole. */
const titles: Readonly<Record<string, string>> = { desk: "settings.section.general" };

export const sectionTitle = ({ name }: Pick<Section, "name">, say: Say): string =>
  said(say, titles[name] ?? `settings.section.${name}`) || said(say, `forms.section.${name}`) || name;

export const sectionAbout = ({ name }: Section, say: Say): string => said(say, `forms.about.${name}`);

export const addLabel = ({ name }: Section, say: Say): string => said(say, `forms.add.${name}`);
