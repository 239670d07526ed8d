/** The sentences that the scripts show, in the viewer's language, as the page carries them. */
const sentences = JSON.parse(document.body.dataset["words"] ?? "{}") as Readonly<Record<string, string>>;

export const word = (key: string): string => sentences[key] ?? "";

/** Returns whether a key that is pressed there belongs to what the person writes. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox]):not([type=radio])"));

/** The token that requests which change something carry. */
export const formToken = (): string => document.querySelector<HTMLInputElement>("input[name=token]")?.value ?? "";
