/**
 * What a component's `custom_id` says. An action of the bot stands in it as it is; what the adapter does by itself begins
 * with a mark, which no verb begins with.
 */
export type Pressed =
  | { readonly is: "action"; readonly action: string }
  /** An action that is asked about first. */
  | { readonly is: "confirm"; readonly action: string }
  /** Opens a kept form again. */
  | { readonly is: "again"; readonly id: string }
  /** Puts the message with the button away. */
  | { readonly is: "away" };

export const confirmMark = "?";
const againMark = "+";
export const awayMark = "!away";
/** A list of actions; what was chosen comes beside it. */
export const menuMark = "!menu";

const repetition = / ~\d+$/;

/** A custom id that differs from those already taken in a message. */
export const repeated = (id: string, taken: ReadonlySet<string>): string => {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id} ~${count}`;
  return free;
};

/** The id of a button that opens a kept form. */
export const againId = (draft: string): string => againMark + draft;

/** Reads a custom id, and the chosen entry of a list where it is one. */
export const readCustomId = (customId: string, chosen: string | undefined): Pressed => {
  const id = customId.replace(repetition, "");
  if (id === menuMark) return { is: "action", action: chosen ?? "" };
  if (id === awayMark) return { is: "away" };
  if (id.startsWith(confirmMark)) return { is: "confirm", action: id.slice(confirmMark.length) };
  return id.startsWith(againMark) ? { is: "again", id: id.slice(againMark.length) } : { is: "action", action: id };
};
