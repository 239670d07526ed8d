/** What a browser sends of the form on a page: all fields with the values that they show. */
export const sentForm = (html: string): URLSearchParams => {
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
