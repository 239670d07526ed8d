import { describe, expect, test } from "vitest";
import { readMessage } from "../../../adapters/slack/inbound/inbound.ts";
import { readWritten } from "../../../adapters/slack/inbound/read-written.ts";

/** A message event as Slack sends it, without any text. */
const read = (content: Readonly<Record<string, unknown>>) => {
  const event = {
    type: "message",
    user: "U0CARLA",
    channel: "C0ACME",
    ts: "1768208400.000100",
    thread_ts: "1768208300.000100",
  };
  const inbound = readMessage({ event: { ...event, ...content } }, "U0PLAZO")?.inboundEvent;
  if (inbound?.kind !== "message") throw new Error("no message");
  return { text: inbound.text, files: (inbound.files ?? []).map(({ name }) => name) };
};
const plain = (text: string) => ({ type: "plain_text", text });

describe("a message without text is named by what it holds", () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      "a picture",
      { blocks: [{ type: "image", image_url: "https://x.example/a.png", alt_text: "A black player" }] },
      "🖼 A black player",
    ],
    [
      "a titled picture",
      { blocks: [{ type: "image", title: plain("Screen :tv:"), alt_text: "screen" }] },
      "🖼 Screen 📺",
    ],
    ["a video", { blocks: [{ type: "video", title: plain("Recording"), alt_text: "clip" }] }, "🎬 Recording"],
    ["a call", { blocks: [{ type: "call", call_id: "R1" }] }, "📞 call"],
    [
      "text of another app's block",
      { blocks: [{ type: "header", text: plain("Poll: TV or web?") }, { type: "divider" }] },
      "Poll: TV or web?",
    ],
    ["a block that is not known yet", { blocks: [{ type: "rich_chart" }] }, "📎 rich chart"],
    ["an attachment", { attachments: [{ title: "Incident 12", fallback: "Incident" }] }, "📎 Incident 12"],
    ["an attachment with a fallback only", { text: "", attachments: [{ fallback: "A map" }] }, "📎 A map"],
    [
      "several of them",
      { blocks: [{ type: "image", alt_text: "one" }], attachments: [{ title: "two" }] },
      "🖼 one\n📎 two",
    ],
  ])("%s", (_, content, text) => {
    expect(read(content)).toEqual({ text, files: [] });
  });

  test("files have their names already", () => {
    const files = [{ id: "F1", name: "player.log", mimetype: "text/plain", size: 8 }];
    expect(read({ files, subtype: "file_share" })).toEqual({ text: "", files: ["player.log"] });
  });

  test("what has a text is not named, and what holds nothing stays empty", () => {
    const blocks = [{ type: "image", alt_text: "one" }];
    expect(read({ text: "Look", blocks })).toEqual({ text: "Look", files: [] });
    const preview = { from_url: "https://a.example/", title: "A page" };
    for (const content of [
      {},
      { attachments: [preview] },
      { blocks: [] },
      { blocks: "x" },
      { attachments: [] },
      { blocks: [{ type: "divider" }] },
    ])
      expect(read(content)).toEqual({ text: "", files: [] });
  });

  test("the preview of a linked message is not read", () => {
    expect(read({ attachments: [{ is_msg_unfurl: true, title: "Internal", fallback: "canary" }] }).text).toBe("");
  });

  test("a thread and a 🎫 read the same", () => {
    expect(readWritten({ text: "", blocks: [{ type: "image", alt_text: "one" }] })).toEqual({ text: "🖼 one" });
  });
});
