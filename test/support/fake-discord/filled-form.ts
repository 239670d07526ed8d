import type { FakeForm } from "./community.ts";
import { inside, isJson, listOf, numberOf, textOf, type Json } from "./json.ts";
import { readMarkdown } from "./markdown.ts";

/** A dialog as its person sees it. */
export interface ShownForm {
  readonly title: string;
  /** All text in it. */
  readonly text: string;
  /** Names of the questions, in order. */
  readonly fields: readonly string[];
  readonly initial: Readonly<Record<string, string>>;
  /** The text below each question's name. */
  readonly hints: Readonly<Record<string, string>>;
  readonly raw: Json;
}

const questionsOf = (data: Json): readonly { readonly label: Json; readonly question: Json; readonly name: string }[] =>
  listOf(data["components"])
    .filter((part) => isJson(part["component"]))
    .map((label) => {
      const question = inside(label, "component");
      return { label, question, name: textOf(question["custom_id"]) };
    });

const initialOf = (question: Json): string =>
  textOf(question["value"]) ||
  textOf(listOf(question["options"]).find((option) => option["default"] === true)?.["value"]);

/** Shows a dialog. */
export const shownForm = ({ data }: FakeForm): ShownForm => {
  const questions = questionsOf(data);
  const texts = listOf(data["components"]).flatMap((part) =>
    part["type"] === 10
      ? [readMarkdown(textOf(part["content"])).text]
      : [
          part["label"],
          part["description"],
          ...listOf(inside(part, "component")["options"]).flatMap((option) => [option["label"], option["description"]]),
        ].map(textOf),
  );
  return {
    title: textOf(data["title"]),
    text: texts.filter((text) => text !== "").join("\n"),
    fields: questions.map(({ name }) => name),
    initial: Object.fromEntries(questions.map(({ name, question }) => [name, initialOf(question)])),
    hints: Object.fromEntries(questions.map(({ name, label }) => [name, textOf(label["description"])])),
    raw: data,
  };
};

const answered = (question: Json, name: string, typed: string | undefined): Json => {
  const options = listOf(question["options"]);
  const required = question["required"] !== false;
  const common = { id: 1, type: question["type"], custom_id: name };
  const value = typed ?? initialOf(question);
  if (options.length > 0) {
    const chosen = options.some((option) => option["value"] === value) ? value : null;
    if (chosen === null && (value !== "" || required))
      throw new Error(`the form has no choice ${JSON.stringify(value)} for ${name}`);
    return question["type"] === 21
      ? { ...common, value: chosen }
      : { ...common, values: chosen === null ? [] : [chosen] };
  }
  const most = numberOf(question["max_length"]) || 4000;
  if (value === "" && required) throw new Error(`the form wants ${name}`);
  if (value.length > most) throw new Error(`the form takes no more than ${most} characters for ${name}`);
  return { ...common, value };
};

/** A filled-in dialog, as far as Discord's client allows it. */
export const filledForm = ({ data }: FakeForm, values: Readonly<Record<string, string>>): Json => {
  const questions = questionsOf(data);
  const unknown = Object.keys(values).filter((name) => !questions.some((each) => each.name === name));
  if (unknown.length > 0) throw new Error(`the form does not ask for ${unknown.join(", ")}`);
  return {
    custom_id: data["custom_id"],
    components: listOf(data["components"]).map((part, index) => {
      const question = inside(part, "component");
      const name = textOf(question["custom_id"]);
      return name === ""
        ? { type: 10, id: index + 1 }
        : { type: 18, id: index + 1, component: answered(question, name, values[name]) };
    }),
  };
};
