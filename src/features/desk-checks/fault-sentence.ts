import type { Locale } from "../../desk/desk.ts";
import type { Expectation } from "../../desk/expectation.ts";
import type { DeskFault, ShownValue } from "../../desk/findings.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { visibleLine } from "../../text/shown-text.ts";

/** What was expected, in words that stand at the end of a sentence. A platform describes its ids itself. */
const expectedText = ({ key, values }: Expectation, locale: Locale): string => {
  if (key === "platformId") return String(values[locale] ?? "");
  return (sayIn(locale) as (key: string, values: object) => string)(`expected.${key}`, values);
};

const valueText = (value: ShownValue, say: Say): string => {
  switch (value.is) {
    case "written":
      return value.text;
    case "notYaml":
      return say("deskFault.notYaml", { reason: value.reason });
    default:
      return say(`deskFault.${value.is}`);
  }
};

const atLine = (line: number | null, fault: string, say: Say): string =>
  visibleLine(line === null ? fault : say("deskFault.atLine", { line, fault }));

/**
 * A fault as one sentence. Keys and values of the file cannot break it or act on a terminal. `named`: what people call the
 * place; else its path in the file stands there.
 */
export const deskFaultSentence = (
  { line, path, value, expected: what }: DeskFault,
  locale: Locale,
  named: string = path,
): string => {
  const say = sayIn(locale);
  const place = path === "" ? say("deskFault.file") : named;
  const expected = expectedText(what, locale);
  const fault =
    value === null
      ? say("deskFault.unset", { place, expected })
      : say("deskFault.wrong", { place, value: valueText(value, say), expected });
  return atLine(line, fault, say);
};

/** A step of a path that is a key of the schema or an index. Others are written by the operator, such as an address. */
const isPlainStep = (step: string): boolean => /^(?:[a-z][A-Za-z]{0,40}|\d+)$/.test(step);

/** The same expectation without the place that has the person or channel already, which may name a customer. */
const withoutPlace = ({ key, values }: Expectation): Expectation => {
  if (key === "free" || key === "freeIn") return { key: "unused", values: {} };
  return key === "freeChannel" || key === "freeChannelIn" ? { key: "unusedChannel", values: {} } : { key, values };
};

/**
 * A fault as one English sentence for the log: line, path and expectation. Values, and the keys of people and accounts, may
 * name customers, so they are left out.
 */
export const loggedDeskFault = ({ line, path, expected }: DeskFault): string => {
  const say = sayIn("en");
  const [section = "", ...steps] = path.split(".");
  const isOfPeople = section === "people" || section === "accounts";
  const shown = [section, ...steps].map((step, index) =>
    step === "" || (isPlainStep(step) && !(isOfPeople && index === 1)) ? step : "…",
  );
  const place = path === "" ? say("deskFault.file") : shown.join(".");
  const text = expectedText(withoutPlace(expected), "en");
  return atLine(line, say("deskFault.logged", { place, expected: text }), say);
};
