import { withoutComments, type Source } from "./imports-of.ts";

/** `name?:`, `"name"?:` and `[Key in Keys]?:`. A conditional expression and a regular expression do not look like this. */
const optional = /(\w+|"[^"\n]+"|\])\?:/g;

const opening = "([{<";
const closing = ")]}>";

/** The type from this place to where it ends, without what stands in brackets. */
const typeFrom = (text: string, start: number): string => {
  let depth = 0;
  let type = "";
  for (let place = start; place < text.length; place += 1) {
    const character = text[place] ?? "";
    const isArrow = character === ">" && text[place - 1] === "=";
    if (opening.includes(character)) depth += 1;
    else if (closing.includes(character) && !isArrow) depth -= 1;
    if (depth < 0) break;
    if (depth === 0 && (character === ";" || character === "," || (character === "=" && text[place + 1] !== ">")))
      break;
    if (depth === 0) type += character;
  }
  return type;
};

/** What a library's own types force: `path name`, and the library that gives the value. */
export type Forced = Readonly<Record<string, string>>;

/**
 * Optional properties and parameters that may also be undefined or null, so that "not there" is written in two ways; and
 * values that may be both null and undefined. A value that may be missing is `T | null`, or the property is left out.
 */
export const twoWaysToBeMissing = (sources: readonly Source[], forced: Forced): readonly string[] =>
  sources.flatMap((source) => {
    const text = withoutComments(source.text);
    const pairs = [...text.matchAll(optional)].flatMap(({ 0: found, 1: name = "", index }) => {
      const type = typeFrom(text, index + found.length);
      const also = ["undefined", "null"].filter((word) =>
        new RegExp(`(?:^|\\|)\\s*${word}\\s*(?:\\||$)`).test(type.trim()),
      );
      return also.map((word) => ({ name, fault: `${name} is optional and may also be ${word}` }));
    });
    const both = [...text.matchAll(/null\s*\|\s*undefined|undefined\s*\|\s*null/g)].map(({ index }) => {
      const name = /(\w+)\??\s*[:=][^:=]*$/.exec(text.slice(0, index))?.[1] ?? "a value";
      return { name, fault: `${name} may be both null and undefined` };
    });
    return [...pairs, ...both]
      .filter(({ name }) => !Object.hasOwn(forced, `${source.path} ${name}`))
      .map(({ fault }) => `${source.path}: ${fault}`);
  });
