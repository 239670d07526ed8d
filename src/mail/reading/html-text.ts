import { convert } from "html-to-text";
import type { Format, Formatted } from "../../tickets/format.ts";

/** Larger HTML is not converted, in UTF-16 units. */
const longest = 2 * 1024 * 1024;
/** With more tags, reading them takes seconds. */
const mostTags = 50_000;
/** Deeper elements become an ellipsis. */
const deepest = 100;

/** Signs of Unicode's private use stand for the formats while the HTML becomes text. None is left in the result. */
const signs = {
  "\uE0B0": { as: "bold", ends: false },
  "\uE0B1": { as: "bold", ends: true },
  "\uE0B2": { as: "italic", ends: false },
  "\uE0B3": { as: "italic", ends: true },
  "\uE0B4": { as: "strike", ends: false },
  "\uE0B5": { as: "strike", ends: true },
  "\uE0B6": { as: "code", ends: false },
  "\uE0B7": { as: "code", ends: true },
} as const satisfies Readonly<Record<string, { readonly as: Format["as"]; readonly ends: boolean }>>;

const anySign = /[\uE0B0-\uE0B7]/g;

const around =
  (begin: keyof typeof signs, end: keyof typeof signs): Parameters<typeof convert>[1]["formatters"][string] =>
  ({ children }, walk, builder) => {
    builder.addInline(begin, { noWordTransform: true });
    walk(children, builder);
    builder.addInline(end, { noWordTransform: true });
  };

const formatters = {
  bold: around("\uE0B0", "\uE0B1"),
  italic: around("\uE0B2", "\uE0B3"),
  strike: around("\uE0B4", "\uE0B5"),
  code: around("\uE0B6", "\uE0B7"),
};

const each = (format: keyof typeof formatters, ...tags: readonly string[]) =>
  tags.map((selector) => ({ selector, format }));

/** What a reader does not see, or what would be fetched from elsewhere. */
const hidden = [
  "img",
  "script",
  "style",
  "head",
  "title",
  "template",
  "[hidden]",
  '[style*="display:none"]',
  '[style*="display: none"]',
  '[style*="visibility:hidden"]',
  '[style*="mso-hide:all"]',
].map((selector) => ({ selector, format: "skip" }));

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } }));

const selectors = [
  ...each("bold", "b", "strong"),
  ...each("italic", "i", "em"),
  ...each("strike", "s", "strike", "del"),
  ...each("code", "code", "tt"),
  ...headings,
  { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ["(", ")"] } },
  { selector: "table", options: { uppercaseHeaderCells: false } },
  { selector: "blockquote", options: { trimEmptyLines: true } },
  ...hidden,
];

/** The text without the signs, and the formats that they said. */
const withoutSigns = (marked: string): Formatted => {
  const format: Format[] = [];
  const begun = new Map<Format["as"], number[]>();
  let text = "";
  let from = 0;
  for (const { 0: sign, index } of marked.matchAll(anySign)) {
    text += marked.slice(from, index);
    from = index + 1;
    const { as, ends } = signs[sign as keyof typeof signs];
    const open = begun.get(as) ?? [];
    begun.set(as, open);
    if (!ends) open.push(text.length);
    else {
      const began = open.pop();
      // One in another of the same kind says nothing new.
      if (began !== undefined && open.length === 0 && began < text.length)
        format.push({ from: began, to: text.length, as });
    }
  }
  return { text: text + marked.slice(from), format };
};

/**
 * The text of HTML with its formats; null if it is too large to be read. Scripts, styles, pictures and hidden text are left out, and
 * nothing is fetched. A link shows its address, so that no text can hide it.
 */
export const htmlText = (html: string): Formatted | null => {
  if (html.length > longest) return null;
  let tags = 0;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at + 1)) if ((tags += 1) > mostTags) return null;
  const limits = { maxDepth: deepest, maxInputLength: longest, ellipsis: "…" };
  try {
    return withoutSigns(convert(html.replaceAll(anySign, ""), { wordwrap: false, limits, formatters, selectors }));
  } catch {
    return null;
  }
};
