import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { quoteIn } from "../../../adapters/slack/inbound/quote.ts";
import { readRichText } from "../../../adapters/slack/inbound/read-rich-text.ts";
import { renderCard } from "../../../adapters/slack/outbound/render-card.ts";
import type { Format } from "../../../src/tickets/format.ts";
import { judgeMessage } from "../../support/fake-slack/judge-blocks.ts";
import { looks } from "../looks.ts";

const drawn = (text: string, format: readonly Format[]) =>
  renderCard({ summary: "", parts: [{ part: "quote", text, format }] }, () => null).blocks;

const section = (...elements: readonly object[]) => ({ type: "rich_text_section", elements });
const rich = (...elements: readonly object[]) => [{ type: "rich_text", elements }];
const say = (text: string, style?: object) => ({ type: "text", text, ...(style === undefined ? {} : { style }) });

const styled = ({ text, format = [] }: ReturnType<typeof readRichText>): readonly string[] =>
  format.map(({ from, to, as }) => `${as} ${text.slice(from, to)}`);

describe("reading a message of Slack's clients", () => {
  it("keeps the text and its formats", () => {
    const read = readRichText({
      text: "*no* va &lt;aquí&gt;",
      blocks: rich(section(say("no", { bold: true }), say(" va <aquí> "), say("ya", { italic: true, strike: true }))),
    });
    expect(read.text).toBe("no va <aquí> ya");
    expect(styled(read)).toEqual(["bold no", "italic ya", "strike ya"]);
  });

  it("keeps lists, quotes and code blocks in lines of their own", () => {
    const list = (style: string, indent: number, ...items: readonly string[]) => ({
      type: "rich_text_list",
      style,
      indent,
      elements: items.map((item) => section(say(item))),
    });
    const read = readRichText({
      text: "",
      blocks: rich(
        section(say("Pasos:")),
        list("bullet", 0, "uno"),
        list("ordered", 1, "a", "b"),
        { type: "rich_text_quote", elements: [say("dijo\nél", { bold: true })] },
        { type: "rich_text_preformatted", elements: [say("x = *1*\ny")] },
      ),
    });
    expect(read.text).toBe("Pasos:\n• uno\n    1. a\n    2. b\n> dijo\n> él\nx = *1*\ny");
    expect(styled(read)).toEqual(["bold dijo", "bold él", "block x = *1*\ny"]);
  });

  it("reads people, channels, emoji and addresses as in plain text", () => {
    const text =
      "<@U1|ana> <#C1|general> <!here> :wave::skin-tone-3: <https://a.example/x> <https://evil.example|https://bank.example>";
    const blocks = rich(
      section(
        { type: "user", user_id: "U1" },
        say(" "),
        { type: "channel", channel_id: "C1" },
        say(" "),
        { type: "broadcast", range: "here" },
        say(" "),
        { type: "emoji", name: "wave", unicode: "1f44b-1f3fc", skin_tone: 3 },
        say(" "),
        { type: "link", url: "https://a.example/x" },
        say(" "),
        { type: "link", url: "https://evil.example", text: "https://bank.example" },
      ),
    );
    const read = readRichText({ text, blocks });
    expect(read.text).toBe(readRichText({ text }).text);
    expect(read.text).toMatch(/^@ana #general @here 👋🏼 /u);
    expect(styled(read)).toEqual(["link https://a.example/x"]);
  });

  test("leaves out calls of the bot, and falls back to the plain text if an element is unknown", () => {
    const blocks = rich(section({ type: "user", user_id: "U0PLAZO" }, say(" no va", { bold: true })));
    expect(readRichText({ text: "x", blocks }, "U0PLAZO").text).toBe(" no va");
    expect(readRichText({ text: "<@U1> hola", blocks: rich(section({ type: "canvas" })) })).toEqual({
      text: "@unknown hola",
      mentions: [{ is: "user", id: "U1", from: 0, to: 8 }],
    });
  });
});

describe("drawing a person's text", () => {
  it("shows the same text in every format, mentions no person, and is accepted by Slack", () => {
    fc.assert(
      fc.property(looks, ({ text, format }) => {
        const blocks = drawn(text, format);
        expect(judgeMessage(blocks)).toEqual([]);
        const kinds = blocks.flatMap((block) =>
          block.type === "rich_text" ? block.elements.flatMap(({ elements }) => elements.map(({ type }) => type)) : [],
        );
        expect(kinds.filter((kind) => kind !== "text" && kind !== "link")).toEqual([]);
        const plain = (each: string): string => each.replaceAll(/\s+/g, "");
        if (text.trim() !== "") expect(plain(quoteIn(blocks) ?? "")).toBe(plain(text));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the formats of the original", () => {
    const text = "No va\nx = 1";
    expect(
      drawn(text, [
        { from: 0, to: 2, as: "bold" },
        { from: 6, to: 11, as: "block" },
      ]),
    ).toMatchObject([
      {
        elements: [
          { type: "rich_text_quote", elements: [{ text: "No", style: { bold: true } }, { text: " va" }] },
          { type: "rich_text_preformatted", elements: [{ text: "x = 1" }] },
        ],
      },
    ]);
  });
});
