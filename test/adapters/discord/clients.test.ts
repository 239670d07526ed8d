import { describe, expect, it, test } from "vitest";
import { readMessage } from "../../../adapters/discord/inbound/inbound.ts";
import { literal } from "../../../adapters/discord/inbound/speaker.ts";
import { withNames } from "../../../src/chat/reading/mentions.ts";

const self = "200000000000000099";
const received = (more: object) =>
  readMessage({ id: "1", channel_id: "2", type: 0, author: { id: "3", username: "carla" }, ...more }, self, []);

describe("ids in a Discord message", () => {
  test.each([
    ["<t:1768200000:R> <t:1768200000>", "2026-01-12 06:40 UTC 2026-01-12 06:40 UTC"],
    ["<:fuego:400000000000000001> <a:ya:400000000000000001>", ":fuego: :ya:"],
    ["</ticket new:400000000000000001>", "/ticket new"],
    ["<id:guide> <id:customize>", "#Server Guide #Channels & Roles"],
    ["<@400000000000000001> <@&400000000000000002> <#400000000000000003>", "@unknown @role #400000000000000003"],
    ["<t:99999999999999:R> <@x> a < b", "<t:99999999999999:R> <@x> a < b"],
  ])("%s is shown as %s before Plazo asks Discord", (typed, shown) => {
    expect(literal(typed, [])).toBe(shown);
  });

  it("the adapter puts the names in, also behind bold text", () => {
    const { mentions = [], ...words } = received({ content: "**ya** <#310> <@&400>" }) ?? { text: "" };
    expect(withNames(words, mentions, ({ id }) => (id === "310" ? "random" : "Equipo Plazo")).text).toBe(
      "ya #random @Equipo\u00A0Plazo",
    );
  });
});

describe("Discord content beside text", () => {
  const snapshot = { message: { content: "Error 502 <@5>\nbad", mentions: [{ id: "5", username: "bob" }] } };
  const forward = { message_reference: { type: 1 }, message_snapshots: [snapshot] };

  test.each([
    [{ content: "", ...forward }, "↪ Fwd: Error 502 @bob\n> bad"],
    [{ content: "mirad", ...forward }, "mirad\n↪ Fwd: Error 502 @bob\n> bad"],
    [
      {
        poll: {
          question: { text: "¿Va?" },
          answers: [{ poll_media: { text: "sí", emoji: { name: "👍" } } }, { poll_media: { text: "no" } }],
        },
      },
      "📊 ¿Va?\n• 👍 sí\n• no",
    ],
    [{ sticker_items: [{ name: "Wave" }] }, ":Wave:"],
  ])("%j is shown as %j", (message, shown) => {
    expect(received(message)?.text).toBe(shown);
  });

  it("the adapter takes the files of a forwarded message", () => {
    const attachments = [{ id: "7", filename: "a.png", size: 3, content_type: "image/png" }];
    const forwarded = { content: "", message_snapshots: [{ message: { content: "", attachments } }] };
    expect(received(forwarded)?.files).toEqual([{ id: "2/1/7", name: "a.png", size: 3, type: "image/png" }]);
  });
});
