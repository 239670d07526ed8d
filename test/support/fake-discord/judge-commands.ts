import { inside, listOf, numberOf, textOf, type Json } from "./json.ts";

const chatName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const namesOf = (item: Json): readonly string[] =>
  [item["name"], ...Object.values(inside(item, "name_localizations"))].map(textOf);
const descriptionsOf = (item: Json): readonly string[] =>
  [item["description"], ...Object.values(inside(item, "description_localizations"))].map(textOf);

const judgeNamed = (item: Json): readonly string[] => [
  ...namesOf(item).flatMap((name) =>
    chatName.test(name) && name === name.toLowerCase()
      ? []
      : [`name ${JSON.stringify(name)}: lowercase, 1 to 32 letters`],
  ),
  ...descriptionsOf(item).flatMap((text) =>
    text.length >= 1 && text.length <= 100 ? [] : ["description: 1 to 100 characters"],
  ),
];

const judgeOptions = (options: readonly Json[]): readonly string[] => {
  const names = options.map((option) => option["name"]);
  const firstOptional = options.findIndex((option) => option["required"] !== true);
  return [
    ...(options.length > 25 ? ["options: at most 25"] : []),
    ...(new Set(names).size < names.length ? ["options: a name is there twice"] : []),
    ...(options.some((option, index) => option["required"] === true && firstOptional >= 0 && index > firstOptional)
      ? ["options: a required one after an optional one"]
      : []),
    ...options.flatMap((option) => [
      ...judgeNamed(option),
      ...judgeOptions(listOf(option["options"])),
      ...(option["autocomplete"] === true && listOf(option["choices"]).length > 0
        ? ["autocomplete: not beside choices"]
        : []),
      ...(option["autocomplete"] === true && ![3, 4, 10].includes(numberOf(option["type"]))
        ? ["autocomplete: only for words and numbers"]
        : []),
      ...listOf(option["choices"]).flatMap((choice) =>
        namesOf(choice).every((name) => name.length >= 1 && name.length <= 100) ? [] : ["choice: 1 to 100 characters"],
      ),
    ]),
  ];
};

/** What Discord refuses in a set of commands; empty if it takes them. */
export const judgeCommands = (commands: readonly Json[]): readonly string[] => [
  ...(commands.filter((command) => (command["type"] ?? 1) === 1).length > 100 ? ["at most 100 commands"] : []),
  ...(new Set(commands.map((command) => `${numberOf(command["type"]) || 1} ${textOf(command["name"])}`)).size <
  commands.length
    ? ["APPLICATION_COMMANDS_DUPLICATE_NAME"]
    : []),
  ...commands.flatMap((command) => {
    if ((command["type"] ?? 1) === 1) return [...judgeNamed(command), ...judgeOptions(listOf(command["options"]))];
    return [
      ...namesOf(command).flatMap((name) =>
        name.length >= 1 && name.length <= 32 ? [] : ["name: 1 to 32 characters"],
      ),
      ...(textOf(command["description"]) === "" ? [] : ["a command in a menu has no description"]),
    ];
  }),
];
