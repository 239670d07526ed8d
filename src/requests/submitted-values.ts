import { z } from "zod";
import { type FieldErrors, maxDescription, maxText, maxTitle, noChoice } from "../chat/form.ts";
import type { Desk, Locale } from "../desk/desk.ts";
import { blockedPhrase } from "../tickets/internal-mention.ts";
import { permitted } from "../tickets/permissions.ts";
import { severities } from "../sla/severity.ts";
import { oneLine } from "../i18n/excerpt.ts";
import type { Say } from "../i18n/say.ts";
import { cleanLine, cleanText, hasVisibleText } from "./clean-text.ts";

type Values = Readonly<Record<string, string>>;
type KeyedNames = readonly { readonly key: string; readonly name: string }[];

/** The parsed values of a form, or a sentence for each wrong field. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors };

const parse = <T>(schema: z.ZodType<T>, values: Values): Parsed<T> => {
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, value: result.data };
  // A field shows its first error.
  return {
    ok: false,
    errors: Object.fromEntries(result.error.issues.toReversed().map((issue) => [String(issue.path[0]), issue.message])),
  };
};

/** Two parts of a form as one: right only if both are. */
export const bothValid = <One, Other>(one: Parsed<One>, other: Parsed<Other>): Parsed<One & Other> =>
  one.ok && other.ok
    ? { ok: true, value: { ...one.value, ...other.value } }
    : { ok: false, errors: { ...(one.ok ? {} : one.errors), ...(other.ok ? {} : other.errors) } };

const line = (missing: string, max: number, tooLong: string) =>
  z
    .string()
    .default("")
    .transform(cleanLine)
    .refine(hasVisibleText, missing)
    .refine((text) => text.length <= max, tooLong);

const paragraph = (missing: string, max: number, tooLong: string) =>
  z
    .string()
    .default("")
    .transform(cleanText)
    .refine(hasVisibleText, missing)
    .refine((text) => text.length <= max, tooLong);

/**
 * One of the named items, by key or by name as people type it. Null for "none", which is allowed if `none` has a name.
 */
const oneOf = (named: KeyedNames, none: string | null, unknown: string) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      const entered = cleanLine(typed);
      const same = (text: string) => text.localeCompare(entered, undefined, { sensitivity: "base" }) === 0;
      if (none !== null && (entered === noChoice || same(none))) return null;
      const found = named.find(({ key }) => key === entered) ?? named.find(({ name }) => same(name));
      if (found !== undefined) return found.key;
      context.addIssue(unknown);
      return z.NEVER;
    });

/** The form behind `/ticket`. Only staff choose an account. */
export const ticketValues = (values: Values, desk: Desk, asksAccount: boolean, say: Say) =>
  parse(
    z.object({
      title: line(say("error.titleMissing"), maxTitle, say("error.titleTooLong", { max: maxTitle })),
      severity: z.enum(severities, say("error.severityMissing")),
      description: paragraph(
        say("error.descriptionMissing"),
        maxDescription,
        say("error.tooLong", { max: maxDescription }),
      ),
      account: asksAccount
        ? oneOf(Object.values(desk.accounts), say("form.accountUnknown"), say("error.accountUnknown"))
        : z
            .unknown()
            .optional()
            .transform(() => null),
    }),
    values,
  );

/** The text of a reply or a note. */
export const textValues = (values: Values, say: Say) =>
  parse(
    z.object({ text: paragraph(say("error.textMissing"), maxText, say("error.tooLong", { max: maxText })) }),
    values,
  );

/** One of several options, by key or by name as people type it. Null is none of them, also where the field is empty. */
export const choiceValue = (
  values: Values,
  field: string,
  { named, none, unknown }: { readonly named: KeyedNames; readonly none: string; readonly unknown: string },
): Parsed<string | null> => {
  const typed = values[field] ?? "";
  if (named.length === 0 || cleanLine(typed) === "") return { ok: true, value: null };
  const parsed = parse(z.object({ [field]: oneOf(named, none, unknown) }), values);
  return parsed.ok ? { ok: true, value: parsed.value[field] ?? null } : parsed;
};

const cannedValue = (values: Values, desk: Desk, locale: Locale, say: Say): Parsed<string | null> => {
  const named = Object.values(desk.replies).map(({ key, title }) => ({ key, name: title[locale] }));
  return choiceValue(values, "canned", { named, none: say("form.noCanned"), unknown: say("error.cannedUnknown") });
};

/** Whether a reply has neither a text nor a canned reply. */
export const saysNothing = (values: Values): boolean =>
  cleanText(values["text"] ?? "") === "" && ["", noChoice].includes(cleanLine(values["canned"] ?? ""));

/** A text for a customer, a canned reply, or both. A text that mentions internal staff or channels is refused. */
export const publicValues = (
  values: Values,
  desk: Desk,
  locale: Locale,
  say: Say,
): Parsed<{ text: string; canned: string | null }> => {
  const canned = cannedValue(values, desk, locale, say);
  if (!canned.ok) return canned;
  const isBlank = canned.value !== null && cleanText(values["text"] ?? "") === "";
  const typed = isBlank ? ({ ok: true, value: { text: "" } } as const) : textValues(values, say);
  const parsed = typed.ok ? { ok: true as const, value: { text: typed.value.text, canned: canned.value } } : typed;
  const found = parsed.ok ? blockedPhrase(parsed.value.text, desk) : null;
  return found === null
    ? parsed
    : { ok: false, errors: { text: say("refusal.internalMention", { found: oneLine(found, 60) }) } };
};

/** The reason for a decision. */
export const reasonValues = (values: Values, say: Say) =>
  parse(
    z.object({ text: paragraph(say("error.reasonMissing"), maxText, say("error.tooLong", { max: maxText })) }),
    values,
  );

/** A person who may claim tickets, or null. */
export const personValues = (values: Values, desk: Desk, say: Say) => {
  const people = Object.values(desk.people).filter((person) => permitted({ is: "staff", person }, "claim") === "yes");
  return parse(z.object({ person: oneOf(people, say("form.noAssignee"), say("error.personUnknown")) }), values);
};

/** An account. */
export const accountValues = (values: Values, desk: Desk, say: Say) =>
  parse(z.object({ account: oneOf(Object.values(desk.accounts), null, say("error.accountUnknown")) }), values);
