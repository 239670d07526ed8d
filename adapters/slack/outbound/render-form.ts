import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Card, Line } from "../../../src/chat/card.ts";
import type { Choice, Field, Form } from "../../../src/chat/form.ts";
import type { LinkTo } from "../../../src/chat/port.ts";
import { label, renderBlocks } from "./render-card.ts";
import { cut, showable } from "../../../src/chat/text.ts";

/** The name of the input inside each question's block; the block has the question's name. */
export const inputName = "value";

const maxInput = 3000;
/** The longest text, and the longest description, of a choice. */
const maxChoice = 75;
const maxRadios = 10;
const maxOptions = 100;

const option = ({ value, label: name, description }: Choice): PlainTextOption => ({
  value,
  text: label(name, maxChoice),
  ...(description === undefined || description.trim() === "" ? {} : { description: label(description, maxChoice) }),
});

const element = (field: Field): InputBlock["element"] | null => {
  if (field.kind === "line" || field.kind === "paragraph") {
    const max_length = Math.min(field.maxLength, maxInput);
    const initial = cut(showable(field.initial), max_length);
    return {
      type: "plain_text_input",
      action_id: inputName,
      multiline: field.kind === "paragraph",
      max_length,
      ...(initial === "" ? {} : { initial_value: field.kind === "line" ? initial.replaceAll("\n", " ") : initial }),
    };
  }
  // Slack allows ten radio buttons; more choices become a list.
  const radio = field.kind === "radio" && field.choices.length <= maxRadios;
  const options = field.choices.slice(0, maxOptions).map(option);
  if (options.length === 0) return null;
  const initial = options.find(({ value }) => value === field.initial);
  return {
    type: radio ? "radio_buttons" : "static_select",
    action_id: inputName,
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
};

/** Below the question stand the whole descriptions that Slack's choices are too short for. */
const wholeDescriptions = (field: Field): KnownBlock[] => {
  const choices = field.kind === "radio" || field.kind === "select" ? field.choices : [];
  const lines = choices.flatMap(({ label: name, description = "" }): Line[] =>
    description.trim().length <= maxChoice
      ? []
      : [
          [
            { t: "text", text: `${name}. `, strong: true },
            { t: "text", text: description },
          ],
        ],
  );
  return lines.length === 0 ? [] : renderBlocks({ summary: "", parts: [{ part: "text", lines }] }, () => null);
};

const question = (field: Field): KnownBlock[] => {
  const made = element(field);
  if (made === null) return [];
  const hint = field.hint === undefined || field.hint.trim() === "" ? {} : { hint: label(field.hint, 2000) };
  return [
    {
      type: "input",
      block_id: field.name,
      optional: !field.required,
      label: label(field.label, 2000),
      element: made,
      ...hint,
    },
    ...wholeDescriptions(field),
  ];
};

/** Renders a form as a modal. `metadata` comes back with the submission. */
export const renderForm = (form: Form, metadata: string): ModalView => {
  const notice: Card = { summary: "", parts: form.notice === undefined ? [] : [{ part: "text", lines: form.notice }] };
  return {
    type: "modal",
    callback_id: form.action,
    private_metadata: metadata,
    title: label(form.title, 24),
    submit: label(form.submit, 24),
    close: label(form.cancel, 24),
    blocks: [...renderBlocks(notice, () => null), ...form.fields.flatMap(question)],
  };
};

/** Renders a private answer to a submission in place of the form. */
export const renderAnswer = (card: Card, title: string, linkTo: LinkTo): ModalView => ({
  type: "modal",
  title: label(title, 24),
  blocks: renderBlocks(card, linkTo).filter((block) => block.type !== "actions"),
});
