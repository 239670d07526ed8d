/**
 * What a button or form carries: a verb and a few arguments, `reply 1042 slack:C0ACME`.
 * At most 100 characters, the shortest limit of our platforms (Discord's custom_id).
 */
export interface Action {
  readonly verb: string;
  readonly args: readonly string[];
}

export const maxActionLength = 100;

/** Writes an action; throws where it would not fit or not come back the same, which is a bug of ours. */
export const encodeAction = (verb: string, ...args: readonly (string | number)[]): string => {
  const words = [verb, ...args.map(String)];
  const text = words.join(" ");
  if (text.length > maxActionLength || words.some((word) => word === "" || /\s/.test(word)))
    throw new Error(`not an action: ${JSON.stringify(words)}`);
  return text;
};

/** Reads an action; anything else becomes a verb nobody knows. */
export const decodeAction = (text: string): Action => {
  const [verb = "", ...args] = text.split(" ");
  return { verb, args };
};
