import type { z } from "zod";
import type { Desk, Locale } from "./desk.ts";
import type { ReferenceFault, NamedPath } from "./keyed-section.ts";
import { areas } from "./sections/areas.ts";
import { replies } from "./sections/replies.ts";
import { keyed } from "./shapes.ts";

/** The sections that have a file of their own, in the order of the desk file. Each has a line here. */
const sections = { areas, replies };

type Sections = typeof sections;
export type SectionName = keyof Sections;
type EntryOf<Name extends SectionName> = Sections[Name]["entry"];

// The compiler cannot follow the names through Object.entries and Object.fromEntries.
export const sectionNames = Object.keys(sections) as readonly SectionName[];

/** The schema of each section. */
export const sectionSchemas = Object.fromEntries(
  Object.entries(sections).map(([name, { entry, expected }]) => [name, keyed(entry, expected).optional()]),
) as { readonly [Name in SectionName]: z.ZodOptional<z.ZodRecord<z.ZodString, EntryOf<Name>>> };

type Written = { readonly [Name in SectionName]?: Readonly<Record<string, z.output<EntryOf<Name>>>> | undefined };

const readSection = <Name extends SectionName>(name: Name, written: Written, locale: Locale): Desk[Name] => {
  const read = sections[name].read as (key: string, entry: unknown, locale: Locale) => Desk[Name][string];
  const entries = Object.entries(written[name] ?? {}).map(([key, entry]) => [key, read(key, entry, locale)] as const);
  return Object.fromEntries(entries) as Desk[Name];
};

/** What the sections of a document mean. */
export const readSections = (written: Written, locale: Locale): Pick<Desk, SectionName> =>
  Object.fromEntries(sectionNames.map((name) => [name, readSection(name, written, locale)])) as Pick<Desk, SectionName>;

/** What is wrong in the sections although each entry is right in itself. */
export const checkSections = (desk: Desk, named: NamedPath): readonly ReferenceFault[] =>
  Object.values(sections).flatMap(({ checks }) => checks(desk, named));
