import type { Community, FakePerson } from "./community.ts";
import { listOf, numberOf, textOf, type Json } from "./json.ts";

const subcommandType = 1;

/** What follows the options' names, `title:El vídeo filter:mine`; words without a name fill the first option. */
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

/** A typed line as Discord's client sends it; throws where the client would not let one send it. */
export const typedCommand = (community: Community, person: FakePerson, line: string): Json => {
  const [, name = "", rest = ""] = /^\/(\S+)\s*([^]*)$/.exec(line) ?? [];
  const command = community.commands.find((each) => each["type"] === 1 && each["name"] === name);
  if (command === undefined || !visibleTo(command, person)) throw new Error(`the client does not offer /${name}`);
  const data = { id: command["id"], name, type: 1 };
  const options = listOf(command["options"]);
  if (!options.some((option) => option["type"] === subcommandType)) {
    const given = readOptions(options, rest);
    demand(options, given);
    return { ...data, options: given };
  }
  const [, word = "", words = ""] = /^(\S+)\s*([^]*)$/.exec(rest) ?? [];
  const chosen = options.find((option) => option["name"] === word);
  if (chosen === undefined) throw new Error(`the client does not offer /${name} ${word}`);
  const given = readOptions(listOf(chosen["options"]), words);
  demand(listOf(chosen["options"]), given);
  return { ...data, options: [{ name: word, type: subcommandType, options: given }] };
};
