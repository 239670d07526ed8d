import { beginsWith } from "../begins-with.ts";
import { inside, isJson, listOf, textOf, type Json } from "./json.ts";
import { readMessage } from "./readable.ts";
import type { FakeView } from "./workspace.ts";

/** A dialog as its person sees it. */
export interface ShownForm {
  readonly title: string;
  /** All text in it. */
  readonly text: string;
  /** Names of the questions, in order. */
  readonly fields: readonly string[];
  readonly initial: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly raw: Json;
}

const labelOf = (object: unknown): string => textOf(isJson(object) ? object["text"] : "").replace(/^✓ /, "");

/** What the buttons and menu entries carry, in their order. */
export const actionsIn = (blocks: readonly Json[]): readonly string[] =>
  blocks
    .flatMap((block) => [...listOf(block["elements"]), ...listOf([block["accessory"]])])
    .flatMap((element) => [element, ...listOf(element["options"])])
    .map((each) => textOf(each["value"]))
    .filter((action) => action !== "");

const isCalled = (label: string, each: Json): boolean =>
  labelOf(each["text"]) === label || beginsWith(textOf(each["value"]), label);

/** The button or entry with this label, or with this action or its beginning: `claim`, `severity 1001 high`. */
export const findAction = (blocks: readonly Json[], label: string): Json | null => {
  for (const block of blocks)
    for (const element of [...listOf(block["elements"]), ...listOf([block["accessory"]])]) {
      const base = { type: element["type"], action_id: element["action_id"], block_id: block["block_id"] ?? "auto" };
      if (element["type"] === "button" && isCalled(label, element))
        return {
          ...base,
          text: element["text"],
          ...(element["value"] === undefined ? {} : { value: element["value"] }),
        };
      const chosen = listOf(element["options"]).find((option) => isCalled(label, option));
      if (chosen !== undefined) return { ...base, selected_option: chosen };
    }
  return null;
};

/** The state of a dialog after filling it in, as far as Slack's client allows. */
export const filledIn = (view: Json, values: Readonly<Record<string, string>>): Json => {
  const inputs = listOf(view["blocks"]).filter((block) => block["type"] === "input");
  const unknown = Object.keys(values).filter((name) => !inputs.some((block) => block["block_id"] === name));
  if (unknown.length > 0) throw new Error(`the form does not ask for ${unknown.join(", ")}`);
  return Object.fromEntries<Json>(
    inputs.map((block): [string, Json] => {
      const name = textOf(block["block_id"]);
      const element = inside(block, "element");
      const actionId = textOf(element["action_id"]);
      const options = listOf(element["options"]);
      if (options.length > 0) {
        const wanted = values[name] ?? textOf(inside(element, "initial_option")["value"]);
        const chosen = options.find((option) => option["value"] === wanted) ?? null;
        if (chosen === null && (wanted !== "" || block["optional"] !== true))
          throw new Error(`the form has no choice ${JSON.stringify(wanted)} for ${name}`);
        return [name, { [actionId]: { type: element["type"], selected_option: chosen } }];
      }
      const value = values[name] ?? textOf(element["initial_value"]);
      if (value === "" && block["optional"] !== true) throw new Error(`the form wants ${name}`);
      if (value.length > Number(element["max_length"] ?? 3000))
        throw new Error(`the form takes no more than ${Number(element["max_length"] ?? 3000)} characters for ${name}`);
      return [name, { [actionId]: { type: element["type"], value: value === "" ? null : value } }];
    }),
  );
};

/** Shows a dialog. */
export const shownForm = ({ view, errors }: FakeView): ShownForm => {
  const blocks = listOf(view["blocks"]);
  const inputs = blocks.filter((block) => block["type"] === "input");
  return {
    title: labelOf(view["title"]),
    text: readMessage("", blocks).text,
    fields: inputs.map((block) => textOf(block["block_id"])),
    initial: Object.fromEntries(
      inputs.map((block) => [
        textOf(block["block_id"]),
        textOf(inside(block, "element")["initial_value"]) ||
          textOf(inside(inside(block, "element"), "initial_option")["value"]),
      ]),
    ),
    errors,
    raw: view,
  };
};
