import type { Community, FakePerson } from "./community.ts";
import { listOf, numberOf, textOf, type Json } from "./json.ts";

const subcommandType = 1;

/** The values after the options' names, `title:El vídeo filter:mine`; text without a name fills the first option. */
const readOptions = (options: readonly Json[], line: string): readonly Json[] => {
  const names = options.map((option) => textOf(option["name"]));
  const marks = [...line.matchAll(/(?:^|\s)([\p{L}_-]+):/gu)].filter(([, name = ""]) => names.includes(name));
  const before = line.slice(0, marks[0]?.index ?? line.length).trim();
  const pairs: (readonly [string, string])[] = marks.map(({ index, 0: mark, 1: name = "" }, n) => [
    name,
    line.slice(index + mark.length, marks[n + 1]?.index ?? line.length).trim(),
  ]);
  const [first] = names;
  if (before !== "" && first === undefined) throw new Error(`the client takes no words here: ${before}`);
  if (before !== "" && first !== undefined) pairs.unshift([first, before]);
  return pairs.map(([name, value]) => {
    const option = options.find((each) => each["name"] === name) ?? {};
    const most = numberOf(option["max_length"]);
    if (most > 0 && value.length > most)
      throw new Error(`the client takes no more than ${most} characters for ${name}`);
    const choices = listOf(option["choices"]);
    if (choices.length > 0 && !choices.some((choice) => choice["value"] === value))
      throw new Error(`the client does not offer ${value} for ${name}`);
    return { name, type: option["type"], value };
  });
};

const demand = (options: readonly Json[], given: readonly Json[]): void => {
  for (const option of options)
    if (option["required"] === true && !given.some((each) => each["name"] === option["name"]))
      throw new Error(`the client wants ${textOf(option["name"])}`);
};

const visibleTo = (command: Json, person: FakePerson): boolean =>
  command["default_member_permissions"] == null || person.moderator;

interface Typed {
  readonly data: Json;
  readonly word: string | null;
  readonly options: readonly Json[];
  readonly given: readonly Json[];
}

/** A typed line; throws if the client knows no such command. */
const read = (community: Community, person: FakePerson, line: string): Typed => {
  const [, name = "", rest = ""] = /^\/(\S+)\s*([^]*)$/.exec(line) ?? [];
  const command = community.commands.find((each) => each["type"] === 1 && each["name"] === name);
  if (command === undefined || !visibleTo(command, person)) throw new Error(`the client does not offer /${name}`);
  const data = { id: command["id"], name, type: 1 };
  const options = listOf(command["options"]);
  if (!options.some((option) => option["type"] === subcommandType))
    return { data, word: null, options, given: readOptions(options, rest) };
  const [, word = "", words = ""] = /^(\S+)\s*([^]*)$/.exec(rest) ?? [];
  const chosen = options.find((option) => option["name"] === word);
  if (chosen === undefined) throw new Error(`the client does not offer /${name} ${word}`);
  const own = listOf(chosen["options"]);
  return { data, word, options: own, given: readOptions(own, words) };
};

const commandPayload = ({ data, word }: Typed, options: readonly Json[]): Json => ({
  ...data,
  options: word === null ? options : [{ name: word, type: subcommandType, options }],
});

/** A typed line as Discord's client sends it; throws if the client would not send it. */
export const typedCommand = (community: Community, person: FakePerson, line: string): Json => {
  const typed = read(community, person, line);
  demand(typed.options, typed.given);
  return commandPayload(typed, typed.given);
};

/** An unfinished line with its last option in focus; throws if the client would not ask the app. */
export const begunCommand = (community: Community, person: FakePerson, line: string): Json => {
  const typed = read(community, person, line);
  const last = typed.given.at(-1);
  const option = typed.options.find((each) => each["name"] === last?.["name"]);
  if (last === undefined || option?.["autocomplete"] !== true) throw new Error(`the client asks nothing about ${line}`);
  return commandPayload(typed, [...typed.given.slice(0, -1), { ...last, focused: true }]);
};
