import { ComponentType } from "discord.js";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { quoteIn } from "../../../adapters/discord/inbound/quote.ts";
import { readMarkdown } from "../../../adapters/discord/inbound/read-markdown.ts";
import { renderCard } from "../../../adapters/discord/outbound/render-card.ts";
import type { Format } from "../../../src/tickets/format.ts";
import { readMarkdown as asSeen } from "../../support/fake-discord/markdown.ts";
import { looks } from "../looks.ts";

const drawn = (text: string, format: readonly Format[]): string => {
  const [{ components }] = renderCard({ summary: "", parts: [{ part: "quote", text, format }] }, () => null).components;
  const [first] = components;
  return first?.type === ComponentType.TextDisplay ? first.content : "";
};

const styled = (source: string): readonly string[] => {
  const { text, format } = readMarkdown(source);
  return format.map(({ from, to, as }) => `${as} ${text.slice(from, to)}`);
};

describe("reading Discord's Markdown", () => {
  it.each<[string, string, readonly string[]]>([
    ["**no** va", "no va", ["bold no"]],
    ["*a* _b_ ~~c~~ `d`", "a b c d", ["italic a", "italic b", "strike c", "code d"]],
    ["**a _b_**", "a b", ["bold a b", "italic b"]],
    ["mira ```js\nlet a;\n\nb();\n``` y ya", "mira \nlet a;\n\nb();\n y ya", ["block let a;\n\nb();"]],
    ["ver https://a.example/b_c_d, sí", "ver https://a.example/b_c_d, sí", ["link https://a.example/b_c_d"]],
    ["snake_case_name 2*3*4 __init__ ||x||", "snake_case_name 234 __init__ ||x||", ["italic 3"]],
    ["un ``` abierto y **también", "un ``` abierto y **también", []],
    [
      "\\*no\\* <b>x</b> &amp; [a](https://e.example)",
      "\\*no\\* <b>x</b> &amp; [a](https://e.example)",
      ["link https://e.example"],
    ],
    ["> **cita**\n- *uno*\n- dos", "> cita\n- uno\n- dos", ["bold cita", "italic uno"]],
  ])("%j", (source, words, expected) => {
    expect(readMarkdown(source).text).toBe(words);
    expect(styled(source)).toEqual(expected);
  });

  it("terminates for any text, keeps every letter, and applies only formats that are written", () => {
    fc.assert(
      fc.property(looks, ({ text: source }) => {
        const { text, format } = readMarkdown(source);
        const letters = (each: string): string => each.replaceAll(/[^\p{L}\p{N}]/gu, "");
        // Discord does not show the language of a code block.
        expect(letters(text)).toBe(
          letters(source.replaceAll(/```[\w+\-.#]+(?=\n)/g, (all) => (text.includes(all) ? all : ""))),
        );
        for (const { from, to } of format) expect(from >= 0 && from < to && to <= text.length).toBe(true);
      }),
    );
  });
});

describe("drawing a person's text", () => {
  const kinds: Readonly<Record<string, Format["as"]>> = {
    strong: "bold",
    em: "italic",
    strike: "strike",
    link: "link",
  };

  it("shows the same text in every format, and adds no format that was not meant", () => {
    fc.assert(
      fc.property(looks, ({ text, format }) => {
        const seen = asSeen(drawn(text, format));
        // Discord shows an address in brackets.
        const plain = (each: string): string => each.replaceAll(/[\s[\]]+/g, "");
        if (text.trim() === "") return;
        expect(plain(seen.text)).toBe(plain(text));
        for (const live of seen.live.filter((each) => each !== "quote"))
          expect(
            format.some(({ as }) => (live === "code" ? as === "code" || as === "block" : as === kinds[live])),
            live,
          ).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("looks as it was written, and reads back unchanged", () => {
    const text = "No va el canal 3 de https://a.example/x_y\nerror = 1;\nGracias";
    const at = (part: string, as: Format["as"]): Format => ({
      from: text.indexOf(part),
      to: text.indexOf(part) + part.length,
      as,
    });
    const format = [
      at("No va", "bold"),
      at("canal 3", "italic"),
      at("https://a.example/x_y", "link"),
      at("error = 1;", "block"),
      at("Gracias", "strike"),
    ];
    const content = drawn(text, format);
    expect(content).toBe(
      "> **No va** el *canal 3* de <https://a.example/x_y>\n> ```\n> error = 1;\n> ```\n> ~~Gracias~~",
    );
    expect(quoteIn([{ type: ComponentType.TextDisplay, content }])).toBe(text);
  });

  test("a mark between two formats, or inside a format of its own kind, loses its format and no text", () => {
    expect(
      drawn("ab", [
        { from: 0, to: 1, as: "bold" },
        { from: 1, to: 2, as: "italic" },
      ]),
    ).toBe("> **a**b");
    expect(drawn("a`b", [{ from: 0, to: 3, as: "code" }])).toBe("> a\\`b");
    expect(drawn("a```b", [{ from: 0, to: 5, as: "block" }])).toBe("> a\\`\\`\\`b");
  });
});
