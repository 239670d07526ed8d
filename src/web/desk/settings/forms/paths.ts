import type { Section } from "../../../../desk/editing/section.ts";

/** The page of a section: its list, or its one form. */
export const sectionPath = ({ name }: Pick<Section, "name">): string => `/desk/settings/${name}`;

/** The page on which the entries of a section get another order. */
export const orderPath = (section: Section): string => `${sectionPath(section)}/order`;

/** All entries of a section stand in its list, and a new one is begun there. */
export const newPath = (section: Section): string => `${sectionPath(section)}/new`;

/**
 * The form of an entry. Keys may be of any script, so the address has them encoded. A section that is one form has it on its
 * own page.
 */
const entryPath = (section: Section, key: string): string =>
  section.kind === "single" ? sectionPath(section) : `${sectionPath(section)}/entry/${encodeURIComponent(key)}`;

/** The form of an entry; `key` is null for a new one. */
export const formPath = (section: Section, key: string | null): string =>
  key === null ? newPath(section) : entryPath(section, key);

/** The form with what a proposal says of the entry, so that a person can go on where they were. */
export const formOfProposal = (
  section: Section,
  key: string | null,
  { id, entry }: { id: string; entry: string },
): string => `${formPath(section, key)}?${new URLSearchParams({ proposal: id, entry }).toString()}`;

/** The page on which an entry is removed. */
export const removalPath = (section: Section, key: string): string => `${entryPath(section, key)}/remove`;
