import type { Content, KeyboardButton, RefusalCode, WireForm } from "./api.ts";

export const limits = {
  text: 4_096,
  buttons: 100,
  buttonsInRow: 8,
  buttonText: 64,
  buttonData: 100,
  formTitle: 64,
  questions: 10,
  choices: 100,
  label: 200,
  hint: 300,
  answer: 4_096,
} as const;

const isUnreadable = (text: string): boolean =>
  !text.isWellFormed() || /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(text);
const isBetween = (text: string, max: number, min = 1): boolean =>
  text.length <= max && text.trim().length >= min && !isUnreadable(text);

const splitsPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

const isButton = (button: KeyboardButton): boolean =>
  isBetween(button.text, limits.buttonText) &&
  ("url" in button ? button.url.startsWith("https://") : isBetween(button.data, limits.buttonData));

/** Why the platform refuses a message; null if it takes it. */
export const refusalOf = ({ text, entities, keyboard }: Content): RefusalCode | null => {
  if (text.trim() === "") return "MESSAGE_EMPTY";
  if (text.length > limits.text) return "MESSAGE_TOO_LONG";
  if (isUnreadable(text)) return "TEXT_INVALID";
  const isOutside = entities.some(
    ({ offset, length }) =>
      length < 1 ||
      offset < 0 ||
      offset + length > text.length ||
      splitsPair(text, offset) ||
      splitsPair(text, offset + length),
  );
  if (isOutside) return "ENTITY_BOUNDS_INVALID";
  const buttons = keyboard.flat();
  const isTooLong = keyboard.some(({ length }) => length === 0 || length > limits.buttonsInRow);
  if (isTooLong || buttons.length > limits.buttons) return "REPLY_MARKUP_TOO_LONG";
  return buttons.every(isButton) ? null : "BUTTON_INVALID";
};

/** Whether the platform opens a form. */
export const isForm = ({ data, title, text, submit, cancel, questions }: WireForm): boolean =>
  isBetween(data, limits.buttonData) &&
  [title, submit, cancel].every((each) => isBetween(each, limits.formTitle)) &&
  isBetween(text, limits.text, 0) &&
  questions.length > 0 &&
  questions.length <= limits.questions &&
  questions.every(
    (question) =>
      isBetween(question.label, limits.label) &&
      isBetween(question.hint, limits.hint, 0) &&
      question.choices.length <= limits.choices &&
      question.choices.every(({ value, label }) => isBetween(value, limits.label) && isBetween(label, limits.label)) &&
      (question.choices.length > 0
        ? question.initial === "" || question.choices.some(({ value }) => value === question.initial)
        : question.maxLength <= limits.answer &&
          question.initial.length <= question.maxLength &&
          !isUnreadable(question.initial)),
  );
