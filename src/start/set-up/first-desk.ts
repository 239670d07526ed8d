import { locales, type Locale } from "../../desk/desk.ts";
import { bare } from "../../text/similar-words.ts";

/** What the form of the set-up asks for, as typed. */
export interface SetUpAnswers {
  readonly desk: string;
  readonly locale: string;
  readonly timezone: string;
  readonly opens: string;
  readonly closes: string;
  readonly name: string;
  /** The person's id on each platform, and the id of triage there; empty where nothing was typed. */
  readonly ids: Readonly<Record<string, { readonly person: string; readonly triage: string }>>;
}

/** A key of the desk file for a name: `Eva Sanz` becomes `eva-sanz`. */
export const keyFor = (name: string): string =>
  bare(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 64) || "admin";

const isLocale = (typed: string): typed is Locale => locales.some((each) => each === typed);

/** The answer as a field of the document; nothing if it was left empty, so that its fault says what is expected. */
const given = <Key extends string>(key: Key, typed: string): Partial<Record<Key, string>> =>
  (typed === "" ? {} : { [key]: typed }) as Partial<Record<Key, string>>;

/**
 * The smallest desk that works: one person with every right, one plan in office hours with critical tickets round the clock,
 * and triage. Everything else has a default, or is added in the settings.
 */
export const firstDesk = ({ desk, locale, timezone, opens, closes, name, ids }: SetUpAnswers): object => {
  const typed = Object.entries(ids);
  const identities = typed.flatMap(([platform, { person }]) => (person === "" ? [] : [[platform, person]]));
  const triage = typed.flatMap(([platform, { triage: channel }]) => (channel === "" ? [] : [`${platform}:${channel}`]));
  const administrator: Readonly<Record<string, unknown>> = {
    ...given("name", name),
    roles: ["admin", "head"],
    ...(Object.fromEntries(identities) as Readonly<Record<string, string>>),
  };
  return {
    ...given("desk", desk),
    ...(isLocale(locale) ? { locale } : {}),
    ...given("timezone", timezone),
    calendars: { office: { timezone, hours: { "mon-fri": [`${opens}-${closes}`] } } },
    severities: {
      critical: { nextResponse: "PT2H" },
      high: { nextResponse: "PT8H" },
      medium: { nextResponse: "P1D" },
      low: { nextResponse: "P2D" },
    },
    plans: { standard: { calendar: "office", targets: { critical: { calendar: "always" } } } },
    channels: triage.length === 0 ? {} : { triage },
    people: { [keyFor(name)]: administrator },
  };
};
