import type { Desk } from "../domain/desk.ts";
import type { Reader } from "./reader.ts";
import { personOf } from "./who.ts";
import { sayIn } from "./words/say.ts";

/** Whom to turn to, and on which number: the account manager, where the account has one. */
export const contactWords = (manager: string | null, desk: Desk, reader: Reader): string => {
  const person = personOf(desk, manager);
  const phone = person?.phone ?? null;
  if (person === null) return sayIn(reader.locale)("way.contactThread");
  return phone === null ? person.name : `${person.name}, ${phone}`;
};
