import { withoutMarkRuns } from "./format.ts";
import type { Desk, Person } from "../desk/desk.ts";
import { idOf } from "./refs.ts";

/** Single characters that stand for whole sentences: normalising them would make a text many times longer. */
const sentences = /[\uFDFA\uFDFB]/g;

/** A text as people read it: one form of each letter, no invisible characters, single blanks. */
const asRead = (text: string): string =>
  withoutMarkRuns(text.replaceAll(sentences, " "))
    .normalize("NFKC")
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")
    .replaceAll(/\s+/gu, " ");

/** The same without accents and capitals, for finding names. */
const folded = (text: string): string => asRead(text).normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** The first of these terms that occurs in the text as a word of its own. */
const firstIn = (text: string, terms: readonly string[]): string | null =>
  terms.find(
    (word) =>
      text.includes(word) && new RegExp(`(?<![\\p{L}\\p{N}_])${literal(word)}(?![\\p{L}\\p{N}_])`, "u").test(text),
  ) ?? null;

/** How platforms write a mention: `<@U0ANA>`, `<#C0TRIAGE|triage>`, `<@&5>`, `<!here>`. */
const rawMention = /<(?:[@#][!&]?[^<>\s]+|![^<>]+)>/u;

/** Whether this person never writes to customers. */
const isInternal = ({ roles }: Person): boolean => roles.every((role) => role === "tech");

/** Whether an id is searched for alone. An id that could be an ordinary word is only searched for after its sign. */
const looksLikeId = (id: string): boolean => id.length >= 8 && /\d|^[A-Z]+$/.test(id);

const peopleTerms = (desk: Desk): readonly string[] =>
  Object.values(desk.people)
    .filter(isInternal)
    .flatMap(({ key, name, identities }) => [
      ...(/\s/.test(name.trim()) ? [name] : []),
      ...[name, name.split(" ")[0] ?? name, key].map((each) => `@${each}`),
      ...identities.flatMap((each) => [each, `@${idOf(each)}`, ...(looksLikeId(idOf(each)) ? [idOf(each)] : [])]),
    ]);

const channelTerms = (desk: Desk): readonly string[] =>
  (["triage", "tech"] as const).flatMap((side) => [
    ...(desk.channels[side].length === 0 ? [] : [`#${side}`]),
    ...desk.channels[side].flatMap((each) => [
      each,
      `#${idOf(each)}`,
      // Links to our own cards contain the channel's id.
      ...(looksLikeId(idOf(each)) ? [idOf(each)] : [`/${idOf(each)}/`]),
    ]),
  ]);

/**
 * The first term in a text that names internal people or channels; null if there is none. Such a text must not reach a
 * customer. Capitals, accents and invisible characters do not hide a name.
 */
export const internalMention = (text: string, desk: Desk): string | null => {
  const plain = folded(text);
  const terms = [...peopleTerms(desk), ...channelTerms(desk)];
  const found = terms.find((word) => firstIn(plain, [folded(word)]) !== null);
  return found ?? null;
};

/** The same for a text that is still to be sent. Here any mention in a platform's own notation is found too. */
export const blockedPhrase = (text: string, desk: Desk): string | null =>
  internalMention(text, desk) ?? rawMention.exec(asRead(text))?.[0] ?? null;
