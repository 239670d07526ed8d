import { withoutMarkRuns } from "./format.ts";
import type { Desk, Person } from "../desk/desk.ts";
import { idOf } from "./refs.ts";

/** Signs of one letter that stand for whole sentences: spelled out they make a text many times longer. */
const sentences = /[\uFDFA\uFDFB]/g;

/** As people read it: one form of each letter, no invisible characters, blanks as one. */
const asRead = (text: string): string =>
  withoutMarkRuns(text.replaceAll(sentences, " "))
    .normalize("NFKC")
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")
    .replaceAll(/\s+/gu, " ");

/** The same without accents and capitals, for finding names. */
const folded = (text: string): string => asRead(text).normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** The first of the words that stands in the text by itself, as it was written there. */
const principal = (text: string, words: readonly string[]): string | null =>
  words.find(
    (word) =>
      text.includes(word) && new RegExp(`(?<![\\p{L}\\p{N}_])${literal(word)}(?![\\p{L}\\p{N}_])`, "u").test(text),
  ) ?? null;

/** Platforms' own way to write a mention: `<@U0ANA>`, `<#C0TRIAGE|triage>`, `<@&5>`, `<!here>`. */
const rawMention = /<(?:[@#][!&]?[^<>\s]+|![^<>]+)>/u;

/** Those who never speak to a customer. */
const isInternal = ({ roles }: Person): boolean => roles.every((role) => role === "tech");

/** An id that could be a word of its own is looked for behind its sign only. */
const looksLikeId = (id: string): boolean => id.length >= 8 && /\d|^[A-Z]+$/.test(id);

const peopleWords = (desk: Desk): readonly string[] =>
  Object.values(desk.people)
    .filter(isInternal)
    .flatMap(({ key, name, identities }) => [
      ...(/\s/.test(name.trim()) ? [name] : []),
      ...[name, name.split(" ")[0] ?? name, key].map((each) => `@${each}`),
      ...identities.flatMap((each) => [each, `@${idOf(each)}`, ...(looksLikeId(idOf(each)) ? [idOf(each)] : [])]),
    ]);

const channelWords = (desk: Desk): readonly string[] =>
  (["triage", "tech"] as const).flatMap((side) => [
    ...(desk.channels[side].length === 0 ? [] : [`#${side}`]),
    ...desk.channels[side].flatMap((each) => [
      each,
      `#${idOf(each)}`,
      // Links to our own cards carry it.
      ...(looksLikeId(idOf(each)) ? [idOf(each)] : [`/${idOf(each)}/`]),
    ]),
  ]);

/**
 * What in a text is of internal people or channels, for which it must not go to a customer; null where nothing is. Names are
 * found whatever their capitals and accents, and behind invisible characters.
 */
export const internalMention = (text: string, desk: Desk): string | null => {
  const plain = folded(text);
  const words = [...peopleWords(desk), ...channelWords(desk)];
  const found = words.find((word) => principal(plain, [folded(word)]) !== null);
  return found ?? null;
};

/** The same for a text that is still to be sent; where it names somebody in a platform's own way, whoever that is, that is found too. */
export const unsayable = (text: string, desk: Desk): string | null =>
  internalMention(text, desk) ?? rawMention.exec(asRead(text))?.[0] ?? null;
