import { everyComponent, inside, listOf, numberOf, textOf, type Json } from "./json.ts";

const between = (text: unknown, min: number, max: number): boolean =>
  textOf(text).length >= min && textOf(text).length <= max;

const judgeOptions = (question: Json, min: number, max: number): readonly string[] => {
  const options = listOf(question["options"]);
  const values = options.map((option) => option["value"]);
  return [
    ...(options.length < min || options.length > max ? [`options: ${min} to ${max}`] : []),
    ...(new Set(values).size < values.length ? ["options: a value is there twice"] : []),
    ...(options.filter((option) => option["default"] === true).length > 1 ? ["options: more than one default"] : []),
    ...options.flatMap((option) =>
      between(option["label"], 1, 100) &&
      between(option["value"], 1, 100) &&
      textOf(option["description"]).length <= 100
        ? []
        : ["option: at most 100 characters each"],
    ),
  ];
};

const judgeQuestion = (question: Json): readonly string[] => {
  switch (question["type"]) {
    case 4: {
      const most = question["max_length"] === undefined ? 4000 : numberOf(question["max_length"]);
      return [
        ...(most < 1 || most > 4000 ? ["max_length: 1 to 4000"] : []),
        ...(textOf(question["value"]).length > most ? ["value: longer than max_length"] : []),
      ];
    }
    case 3:
      return judgeOptions(question, 1, 25);
    case 21:
      return judgeOptions(question, 2, 10);
    default:
      return [`a question of type ${String(question["type"])}`];
  }
};

const judgePart = (part: Json): readonly string[] => {
  if (part["type"] === 10) return textOf(part["content"]).trim() === "" ? ["content: This field is required"] : [];
  if (part["type"] !== 18) return ["a form is made of labels and texts"];
  const question = inside(part, "component");
  return [
    ...(between(part["label"], 1, 45) ? [] : ["label: 1 to 45 characters"]),
    ...(part["description"] === undefined || between(part["description"], 1, 100)
      ? []
      : ["description: 1 to 100 characters"]),
    ...(between(question["custom_id"], 1, 100) ? [] : ["custom_id: 1 to 100 characters"]),
    ...judgeQuestion(question),
  ];
};

/** What Discord refuses in a modal; empty if it opens it. */
export const judgeForm = (data: Json): readonly string[] => {
  const parts = listOf(data["components"]);
  const ids = everyComponent(parts).flatMap((each) => (each["custom_id"] === undefined ? [] : [each["custom_id"]]));
  return [
    ...(between(data["custom_id"], 1, 100) ? [] : ["custom_id: 1 to 100 characters"]),
    ...(between(data["title"], 1, 45) ? [] : ["title: 1 to 45 characters"]),
    ...(parts.length < 1 || parts.length > 5 ? ["components: 1 to 5"] : []),
    ...(new Set(ids).size < ids.length ? ["COMPONENT_CUSTOM_ID_DUPLICATED"] : []),
    ...parts.flatMap(judgePart),
  ];
};
