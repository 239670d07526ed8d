/** A piece of HTML that is safe to show. */
export interface Html {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as the content of an element, or the value of a quoted attribute, in HTML and XML. */
export const escapedMarkup = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** HTML from a template. Each inserted text is literal; only other `Html` values are markup. */
export const html = (
  template: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html => ({
  html: template.reduce((whole, part, index) => {
    const value = values[index - 1] ?? "";
    if (typeof value === "object")
      return `${whole}${"html" in value ? value.html : value.map((each) => each.html).join("")}${part}`;
    return `${whole}${escapedMarkup(String(value))}${part}`;
  }),
});
