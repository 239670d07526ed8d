import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
} from "discord.js";
import type { Choice, Field, FieldErrors, Form } from "../../../src/chat/form.ts";
import { createLengthBudget, markdown } from "./markdown.ts";
import { cut, showable } from "../../../src/chat/text.ts";
import { inOneLine, label } from "../inbound/text.ts";

/** Discord's limits: parts of a form, characters of an answer, radio buttons, entries of a list. */
const maxParts = 5;
const maxInput = 4_000;
const maxRadios = 10;
const maxOptions = 25;
/** The mark before an error, which replaces the hint. */
export const errorMark = "⚠️ ";

const option = ({ value, label: name, description }: Choice, initial: string) => ({
  value,
  label: label(name, 100),
  ...(description === undefined || inOneLine(description) === "" ? {} : { description: label(description, 100) }),
  ...(value === initial ? { default: true } : {}),
});

const textInput = (field: Field, maxLength: number, initial: string): APILabelComponent["component"] => {
  const max_length = Math.min(maxLength, maxInput);
  const value = cut(showable(initial), max_length);
  const many = field.kind === "paragraph";
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: many ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    max_length,
    ...(value === "" ? {} : { value: many ? value : value.replaceAll("\n", " ") }),
  };
};

/** A list too long for Discord becomes a text field, because the core understands names as well as keys. */
const component = (field: Field): APILabelComponent["component"] => {
  if (field.kind === "line" || field.kind === "paragraph") return textInput(field, field.maxLength, field.initial);
  const named = field.choices.find(({ value }) => value === field.initial);
  if (field.choices.length > maxOptions || field.choices.length === 0)
    return textInput(field, 150, named?.label ?? field.initial);
  const options = field.choices.map((choice) => option(choice, field.initial));
  const radio = field.kind === "radio" && options.length >= 2 && options.length <= maxRadios;
  return {
    type: radio ? ComponentType.RadioGroup : ComponentType.StringSelect,
    custom_id: field.name,
    options,
    required: field.required,
  };
};

const question = (field: Field, error: string | undefined): APILabelComponent => {
  const description = error === undefined ? inOneLine(field.hint ?? "") : `${errorMark}${inOneLine(error)}`;
  return {
    type: ComponentType.Label,
    label: label(field.label, 45),
    ...(description === "" ? {} : { description: label(description, 100) }),
    component: component(field),
  };
};

const notice = (form: Form): APITextDisplayComponent[] => {
  const budget = createLengthBudget(2_000);
  const content = (form.notice ?? [])
    .map((line) => markdown(line, budget))
    .join("\n")
    .trim();
  return content === "" ? [] : [{ type: ComponentType.TextDisplay, content }];
};

/** Renders a form as a modal. Errors replace the hints. Discord's forms have fixed labels for submit and cancel. */
export const renderForm = (form: Form, errors: FieldErrors = {}): APIModalInteractionResponseCallbackData => {
  const questions = form.fields.slice(0, maxParts).map((field) => question(field, errors[field.name]));
  return {
    custom_id: form.action,
    title: label(form.title, 45),
    components: [...(questions.length < maxParts ? notice(form) : []), ...questions],
  };
};
