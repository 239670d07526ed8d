import type { FactOption, TicketFact } from "../cards/ticket-fact.ts";
import type { Line, MenuItem } from "../chat/card.ts";
import { type Field, type FieldErrors, noChoice } from "../chat/form.ts";
import { locales, type Desk } from "../desk/desk.ts";
import { pickField } from "../i18n/pick-field.ts";
import { sayIn } from "../i18n/say.ts";
import { fact } from "../i18n/spans.ts";
import type { TextContext, TicketContext } from "../i18n/viewer.ts";
import { choiceValue, type Parsed } from "../requests/submitted-values.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { areaFact } from "./areas/fact.ts";
import { followersFact } from "./followers/fact.ts";
import { ratingFact } from "./rating/fact.ts";

/** What features keep about a ticket, by the name of its column. A line for each. */
const ticketFacts = { area: areaFact, followers: followersFact, rating: ratingFact };

const all: readonly (readonly [name: string, fact: TicketFact])[] = Object.entries(ticketFacts);

/** The facts that features show on a card: those for everyone, or also those for the staff. */
export const factsOn = (
  ticket: Ticket,
  context: TextContext,
  readers: TicketFact["readers"],
): readonly ReturnType<typeof fact>[] =>
  all.flatMap(([, { readers: meant, label, value }]) => {
    const line = readers === "staff" || meant === "everyone" ? value(ticket, context) : null;
    return line === null ? [] : [fact(label(sayIn(context.viewer.locale)), ...line)];
  });

const textOf = (line: Line | null): string | null =>
  line === null ? null : line.map((span) => (span.t === "text" ? span.text : "")).join("");

/** Label and text of each fact for everyone. The text is null if the ticket has none. */
export const factTexts = (
  ticket: Ticket,
  context: TextContext,
): readonly (readonly [label: string, text: string | null])[] =>
  all.flatMap(([, { readers, label, value }]) =>
    readers === "everyone" ? [[label(sayIn(context.viewer.locale)), textOf(value(ticket, context))] as const] : [],
  );

/** The entries of the triage card's menu by which staff change facts. */
export const factMenu = (context: TicketContext): readonly MenuItem[] =>
  all.flatMap(([, { choice }]) => choice?.change(context) ?? []);

/** The facts for which a form asks on this desk. */
const asked = ({ desk, viewer }: TextContext) =>
  all.flatMap(([name, { choice }]) => {
    const options = choice?.options(desk, viewer.locale) ?? [];
    return choice === null || options.length === 0 ? [] : [{ name, choice, options }];
  });

/** The optional questions of the form that opens a ticket. */
export const factFields = (context: TextContext): readonly Field[] => {
  const say = sayIn(context.viewer.locale);
  return asked(context).map(({ name, choice, options }) =>
    pickField({ name, label: choice.question(say), initial: "", required: false }, [
      ...options.map(({ key, name: label }) => ({ value: key, label })),
      { value: noChoice, label: choice.none(say) },
    ]),
  );
};

/** The answers to these questions by the name of the fact, without those that were left out; null if all were. */
export const factAnswers = (
  values: Readonly<Record<string, string>>,
  context: TextContext,
): Parsed<{ readonly facts: Readonly<Record<string, string>> | null }> => {
  const say = sayIn(context.viewer.locale);
  const facts: Record<string, string> = {};
  let errors: FieldErrors = {};
  for (const { name, choice, options } of asked(context)) {
    const parsed = choiceValue(values, name, { named: options, none: choice.none(say), unknown: choice.unknown(say) });
    if (!parsed.ok) errors = { ...errors, ...parsed.errors };
    else if (parsed.value !== null) facts[name] = parsed.value;
  }
  return Object.keys(errors).length === 0
    ? { ok: true, value: { facts: Object.keys(facts).length === 0 ? null : facts } }
    : { ok: false, errors };
};

type FindOption = (options: readonly FactOption[]) => string | null;

/** The fact whose option, in any language, these words name; null if there is none. */
export const factNamed = (desk: Desk, find: FindOption): Readonly<Record<string, string>> | null => {
  for (const [name, { choice }] of all)
    for (const locale of choice === null ? [] : locales) {
      const key = find(choice?.options(desk, locale) ?? []);
      if (key !== null) return { [name]: key };
    }
  return null;
};

/** The same for the words in a list's own buttons: the name of the fact, and the key. */
export const factOf = (name: string, key: string, desk: Desk): Readonly<Record<string, string>> | null => {
  const choice = all.find(([each]) => each === name)?.[1].choice ?? null;
  return choice?.options(desk, desk.locale).some((option) => option.key === key) === true ? { [name]: key } : null;
};

/** The names of the options by which a list is narrowed. */
export const optionNames = (
  facts: Readonly<Record<string, string>>,
  { desk, viewer }: TextContext,
): readonly string[] =>
  all.flatMap(([name, { choice }]) => {
    const key = facts[name];
    if (key === undefined) return [];
    return [choice?.options(desk, viewer.locale).find((option) => option.key === key)?.name ?? key];
  });
