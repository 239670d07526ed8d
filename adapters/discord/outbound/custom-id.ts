/**
 * What a component's `custom_id` means. An action of the core is stored as it is. An action of the adapter begins with
 * a mark, with which no verb begins.
 */
export type Pressed =
  | { readonly is: "action"; readonly action: string }
  /** An action that needs confirmation. */
  | { readonly is: "confirm"; readonly action: string }
  /** Opens a stored form again. */
  | { readonly is: "again"; readonly id: string }
  /** Removes the message with the button. */
  | { readonly is: "away" };

export const confirmMark = "?";
const againMark = "+";
export const awayMark = "!away";
/** A list of actions; the chosen one comes as its value. */
export const menuMark = "!menu";

const repetition = / ~\d+$/;

/** Returns a custom id that is not yet used in the message. */
export const repeated = (id: string, taken: ReadonlySet<string>): string => {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id} ~${count}`;
  return free;
};

/** The id of a button that opens a stored form. */
export const againId = (draft: string): string => againMark + draft;

/** Reads a custom id, with the chosen entry if it is a list. */
export const readCustomId = (customId: string, chosen: string | undefined): Pressed => {
  const id = customId.replace(repetition, "");
  if (id === menuMark) return { is: "action", action: chosen ?? "" };
  if (id === awayMark) return { is: "away" };
  if (id.startsWith(confirmMark)) return { is: "confirm", action: id.slice(confirmMark.length) };
  return id.startsWith(againMark) ? { is: "again", id: id.slice(againMark.length) } : { is: "action", action: id };
};
