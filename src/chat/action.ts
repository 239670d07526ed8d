/** The longest action, which is the shortest limit of our platforms (Discord's custom_id). */
export const maxActionLength = 100;

/**
 * The first words of the actions of buttons and forms. Each feature declares its own in its `requests.ts` (`declare module`),
 * beside what they carry and do, so that no list names them all.
 */
export interface FeatureActions {}

type VerbOf<Part extends "button" | "form"> = {
  [Feature in keyof FeatureActions]: FeatureActions[Feature] extends Readonly<Record<Part, infer Verb extends string>>
    ? Verb
    : never;
}[keyof FeatureActions];

/** The first word of a button's action. */
export type ButtonVerb = VerbOf<"button">;
/** The first word of a form's action. */
export type FormVerb = VerbOf<"form">;

/**
 * Writes an action as `reply 1042 slack:C0ACME`. Throws if it is too long or would not decode to the same value: a bug.
 */
export const encodeAction = (verb: ButtonVerb | FormVerb, ...args: readonly (string | number)[]): string => {
  const words: readonly string[] = [verb, ...args.map(String)];
  const text = words.join(" ");
  if (text.length > maxActionLength || words.some((word) => word === "" || /\s/.test(word)))
    throw new Error(`not an action: ${JSON.stringify(words)}`);
  return text;
};

/** The first word of an action, also of one that cannot be decoded. */
export const verbOf = (text: string): string => text.split(" ")[0] ?? "";
