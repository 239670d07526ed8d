import { recipientRoles } from "../../sla/ladder-step.ts";
import type { Former } from "../former.ts";
import type { DeskDocument } from "../schema.ts";
import { entriesOf } from "./entries.ts";
import type { Section } from "./section.ts";

const longest = 40;

/** A name as a key: letters, digits and dashes. */
const slug = (name: string): string =>
  [
    ...name
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-"),
  ]
    .slice(0, longest)
    .join("")
    .replaceAll(/^-+|-+$/g, "");

/**
 * Keys that a new entry must not have. A key that is free again would give a new person the tickets of a former one. A person
 * with the key of a role could not be named in a reminder, and a calendar `always` would replace the one that every desk has.
 */
const takenIn = (document: DeskDocument, section: Section, former: Former): ReadonlySet<string> =>
  new Set([
    ...entriesOf(document, section).map(({ key }) => key),
    ...(section.name === "people" ? [...recipientRoles, ...Object.keys(former.people)] : []),
    ...(section.name === "accounts" ? Object.keys(former.accounts) : []),
    ...(section.name === "calendars" ? ["always"] : []),
  ]);

/** A key for a new entry, from its name. A key never changes later, since tickets and histories name it. */
export const newKey = (document: DeskDocument, section: Section, name: string, former: Former): string => {
  const taken = takenIn(document, section, former);
  const wanted = slug(name) === "" ? "1" : slug(name);
  const isFree = (key: string): boolean => !taken.has(key) && !(key in {});
  let key = wanted;
  for (let count = 2; !isFree(key); count += 1) key = `${wanted}-${count}`;
  return key;
};
