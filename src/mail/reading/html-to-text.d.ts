// The package has no types. These are the parts of it that `html-text.ts` uses.
declare module "html-to-text" {
  interface HtmlNode {
    readonly children?: readonly HtmlNode[];
    readonly attribs?: Readonly<Record<string, string>>;
  }
  interface TextBuilder {
    addInline(text: string, options?: { readonly noWordTransform?: boolean }): void;
    addLiteral(text: string): void;
  }
  type Formatter = (
    element: HtmlNode,
    walk: (children: readonly HtmlNode[] | undefined, builder: TextBuilder) => void,
    builder: TextBuilder,
  ) => void;
  interface ConvertOptions {
    readonly wordwrap: false;
    readonly limits: { readonly maxDepth: number; readonly maxInputLength: number; readonly ellipsis: string };
    readonly formatters: Readonly<Record<string, Formatter>>;
    readonly selectors: readonly {
      readonly selector: string;
      readonly format?: string;
      readonly options?: Readonly<Record<string, unknown>>;
    }[];
  }
  export const convert: (html: string, options: ConvertOptions) => string;
}
