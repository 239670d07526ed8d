import type { Browser } from "../web-desk.ts";

/** What a person writes into a form, and the button that sends it. */
export interface Sending {
  readonly button: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Presses the button with this label on the page at an address. `sends`: the button opens a form, which the person fills in.
 * Returns the page that follows.
 */
export const doesOn = async (
  browser: Browser,
  path: string,
  label: string,
  sends: Sending | null = null,
): Promise<string> => {
  const pressed = await browser.press(await browser.page(path), label);
  const last = sends === null ? pressed : await browser.press(await pressed.text(), sends.button, sends.values);
  const to = last.headers.get("location");
  return last.status === 303 && to !== null ? browser.page(to) : last.text();
};

/** How often a text stands among these. */
export const timesIn = (texts: readonly { readonly text: string }[], words: string): number =>
  texts.filter(({ text }) => text.includes(words)).length;

/** What a reader of a page sees: its text without tags. */
export const visibleOn = (html: string): string => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
