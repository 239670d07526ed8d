import type { Browser } from "../web-desk.ts";
import type { SettingsWorld } from "./settings-world.ts";

/** What a browser sends of the form on a page: all fields with the values that they show. */
const sentForm = (html: string): URLSearchParams => {
  const form = (html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((each) => each.includes('class="desk-form'));
  if (form === undefined) throw new Error("the page has no form");
  const sent = new URLSearchParams();
  const controls = /<(input)\b([^>]*)>|<(textarea|select)\b([^>]*)>([\s\S]*?)<\/(?:textarea|select)\s*>/g;
  for (const [, input, ofInput = "", other = "", ofOther = "", inner = ""] of form.matchAll(controls)) {
    const [tag, attributes] = [input ?? other, input === undefined ? ofOther : ofInput];
    const of = (name: string): string | null => {
      const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
      return found === undefined ? null : unescaped(found);
    };
    const name = of("name");
    if (name === null) continue;
    const type = of("type") ?? "text";
    const isTicked = /\schecked\b/.test(attributes);
    if ((type === "checkbox" || type === "radio") && !isTicked) continue;
    if (tag === "input") sent.append(name, of("value") ?? "");
    else if (tag === "textarea") sent.append(name, unescaped(inner.replace(/^\n/, "")));
    else sent.append(name, unescaped(/value="([^"]*)"\s+selected/.exec(inner)?.[1] ?? ""));
  }
  return sent;
};

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** What a person types, by the names of inputs; a list for several values. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Fills in the form of a page, or of the page at an address, and sends it with a button. */
export const sentIn = async (
  browser: Browser,
  path: string,
  fields: Fields,
  { button = "preview", page }: { readonly button?: string | undefined; readonly page?: string | undefined } = {},
): Promise<Response> => {
  const sent = sentForm(page ?? (await browser.page(path)));
  for (const [name, values] of Object.entries(fields)) {
    sent.delete(name);
    for (const value of [values].flat()) sent.append(name, value);
  }
  sent.append("do", button);
  return browser.post(path, sent);
};

/** Saves on the preview that a form led to. Returns the document that is in force then. */
export const savedIn = async (
  browser: Browser,
  response: Response,
  { inForce }: Pick<SettingsWorld, "inForce">,
): Promise<Record<string, unknown>> => {
  const preview = response.headers.get("location");
  if (preview === null) throw new Error(`the form led to no preview: ${await response.text()}`);
  await browser.press(await browser.page(preview), "Save");
  return (await inForce()).document;
};
