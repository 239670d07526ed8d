import { momentInUtc } from "../../../../adapters/shared/plain-card.ts";
import type { Line } from "../../../../src/chat/card.ts";
import type { Field, Form } from "../../../../src/chat/form.ts";
import { channelName } from "../../../../src/tickets/refs.ts";
import { cut, showable } from "../../../../src/chat/text.ts";
import type { Question, WireForm } from "../api.ts";
import { limits } from "../judge.ts";
import { oneLine } from "./render-card.ts";

const lineText = (line: Line): string =>
  line
    .map((span) => {
      switch (span.t) {
        case "text":
          return span.text;
        case "time":
          return momentInUtc(span.at);
        case "person":
          return span.name;
        case "channel":
          return channelName(span.channel, "testchat");
        case "link":
          return span.label;
      }
    })
    .join("");

const shownText = (text: string, max: number): string => cut(showable(text), max);

const questionOf = (field: Field): Question => {
  const common = {
    name: field.name,
    label: oneLine(field.label, limits.label),
    hint: shownText(field.hint ?? "", limits.hint),
    required: field.required,
  };
  if (field.kind === "line" || field.kind === "paragraph") {
    const maxLength = Math.min(field.maxLength, limits.answer);
    return { ...common, initial: shownText(field.initial ?? "", maxLength), maxLength, choices: [] };
  }
  const choices = field.choices.slice(0, limits.choices).map(({ value, label, description }) => ({
    value,
    label: oneLine(description === undefined ? label : `${label}: ${description}`, limits.label),
  }));
  const initial = choices.some(({ value }) => value === field.initial) ? (field.initial ?? "") : "";
  return { ...common, initial, maxLength: 0, choices };
};

/** Draws a form. */
export const renderForm = ({ action, title, submit, cancel, notice = [], fields }: Form): WireForm => ({
  data: action,
  title: oneLine(title, limits.formTitle),
  text: shownText(notice.map(lineText).join("\n"), limits.text),
  submit: oneLine(submit, limits.formTitle),
  cancel: oneLine(cancel, limits.formTitle),
  questions: fields.slice(0, limits.questions).map(questionOf),
});
