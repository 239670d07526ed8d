import { everyComponent, inside, isJson, listOf, numberOf, textOf, textsOf, type Json } from "./json.ts";
import { readMarkdown } from "./markdown.ts";

const readComponent = (component: Json): string => {
  switch (component["type"]) {
    case 2:
      return `[${textOf(component["label"])}]`;
    case 3:
      return [
        textOf(component["placeholder"]),
        ...listOf(component["options"]).map((option) => textOf(option["label"])),
      ].join(" | ");
    case 10:
      return readMarkdown(textOf(component["content"])).text;
    case 18:
      return (
        [component["label"], component["description"]].map(textOf).join("\n") +
        readQuestion(inside(component, "component"))
      );
    case 1:
      return listOf(component["components"]).map(readComponent).join(" ");
    default:
      return listOf(component["components"])
        .map(readComponent)
        .filter((text) => text !== "")
        .join("\n");
  }
};

const readQuestion = (question: Json): string =>
  listOf(question["options"])
    .flatMap((option) => [option["label"], option["description"]])
    .map((each) => `\n${textOf(each)}`)
    .join("");

/** All text of a message, with buttons in brackets. */
export const readMessage = (content: string, components: readonly Json[]): string =>
  [readMarkdown(content).text, ...components.map(readComponent)].filter((text) => text !== "").join("\n");

/** What a component carries; Plazo marks what it asks about first with "?". */
export const actionIn = (id: unknown): string => textOf(id).replace(/^\?/, "");

/** What the buttons and menu entries carry, in their order. */
export const actionsIn = (components: readonly Json[]): readonly string[] =>
  everyComponent(components)
    .flatMap((each) => [
      ...(each["type"] === 2 ? [each["custom_id"]] : []),
      ...listOf(each["options"]).map((option) => option["value"]),
    ])
    .map(actionIn)
    .filter((action) => action !== "");

/** All text in which Discord's server looks for mentions. */
export const rawTexts = (content: string, components: readonly Json[]): readonly string[] => [
  content,
  ...components.flatMap((each) => [
    ...(each["type"] === 10 ? [textOf(each["content"])] : []),
    ...rawTexts("", listOf(each["components"])),
  ]),
];

/** Whom a new message notifies. The server looks for mentions and ignores backslashes. */
export const pingsOf = (content: string, components: readonly Json[], allowed: unknown): readonly string[] => {
  const text = rawTexts(content, components).join("\n");
  const users = [...text.matchAll(/<@!?(\d+)>/g)].map(([, id = ""]) => id);
  const everyone = /@(everyone|here)/.test(text) ? ["everyone"] : [];
  if (!isJson(allowed)) return [...new Set([...users, ...everyone])];
  const parse = textsOf(allowed["parse"]);
  const named = textsOf(allowed["users"]);
  return [
    ...new Set([
      ...users.filter((id) => parse.includes("users") || named.includes(id)),
      ...(parse.includes("everyone") ? everyone : []),
    ]),
  ];
};

/** Discord's client shows a message with this flag to one person. */
export const isEphemeral = (flags: unknown): boolean => (numberOf(flags) & 64) !== 0;
