import { describe, expect, it, test } from "vitest";
import { readCommand, readMessage, readSubmission } from "../../../adapters/slack/inbound/inbound.ts";
import { readRevision } from "../../../adapters/slack/inbound/inbound-revision.ts";
import { openFromMessage } from "../../../adapters/slack/app-manifest.ts";
import { attachmentsSchema } from "../../../adapters/slack/inbound/forwarded.ts";
import { readPick } from "../../../adapters/slack/inbound/picks-and-reactions.ts";
import { readWritten } from "../../../adapters/slack/inbound/read-written.ts";
import { readRichText } from "../../../adapters/slack/inbound/read-rich-text.ts";
import { literal } from "../../../adapters/slack/inbound/text.ts";
import { withNames } from "../../../src/chat/reading/mentions.ts";
import { isThanks } from "../../../src/features/conversation/thanks.ts";
import { sampleDesk } from "../../support/sample-desk.ts";

const rich = (...elements: readonly object[]) => [
  { type: "rich_text", elements: [{ type: "rich_text_section", elements }] },
];
const event = (more: object) => ({
  event: { type: "message", user: "U0CARLA", channel: "C0ACME", ts: "1.1", ...more },
});
const revision = (message: object, previous_message: object) => ({
  event: {
    type: "message",
    subtype: "message_changed",
    channel: "C0ACME",
    event_ts: "3.1",
    message,
    previous_message,
  },
});
const received = (more: object) => readMessage(event(more), null)?.inboundEvent;

describe("emoji in Slack messages", () => {
  test.each([
    [":+1:", "👍"],
    ["Todo :fire: caído", "Todo 🔥 caído"],
    [":wave::skin-tone-3:", "👋🏼"],
    ["gracias :pray:", "gracias 🙏"],
    [":heart:", "❤️"],
    [":flag-es: :one:", "🇪🇸 1️⃣"],
    [":man-shrugging::skin-tone-6:", "🤷🏿‍♂️"],
    [":fire::skin-tone-3:", "🔥"],
    [":plazo-party: 10:30:45 a::b :no such:", ":plazo-party: 10:30:45 a::b :no such:"],
    ["12:30:fire:", "12:30🔥"],
    ["<https://a.example/:fire:|x :fire:>", "x 🔥 (https://a.example/:fire:)"],
  ])("%s is shown as %s in plain text", (text, shown) => {
    expect(literal(text)).toBe(shown);
  });

  test.each([
    [{ name: "+1", unicode: "1f44d" }, "👍"],
    [{ name: "wave", unicode: "1f44b-1f3fc", skin_tone: 3 }, "👋🏼"],
    [{ name: "wave", skin_tone: 3 }, "👋🏼"],
    [{ name: "wave::skin-tone-3" }, "👋🏼"],
    [{ name: "one", unicode: "31-fe0f-20e3" }, "1️⃣"],
    [{ name: "flag-es", unicode: "1f1ea-1f1f8" }, "🇪🇸"],
    [{ name: "plazo-party" }, ":plazo-party:"],
    // Slack sends only emoji in this form.
    [{ name: "plazo", unicode: "40-65" }, ":plazo:"],
    [{ name: "plazo", unicode: "ffffff" }, ":plazo:"],
  ])("%j is shown as %s in rich text", (emoji, shown) => {
    expect(readRichText({ text: "x", blocks: rich({ type: "emoji", ...emoji }) }).text).toBe(shown);
  });

  it("are read in titles, forms and edits", () => {
    const command = { command: "/ticket", text: ":fire: no va", channel_id: "C1", user_id: "U1", trigger_id: "t" };
    expect(readCommand(command, 0)?.inboundEvent).toMatchObject({ text: "🔥 no va" });
    const view = {
      id: "V1",
      callback_id: "open",
      private_metadata: JSON.stringify({ channel: "C1" }),
      title: { text: "x" },
      state: { values: { title: { v: { value: ":fire: no va" } } } },
    };
    const submission = { type: "view_submission", user: { id: "U1" }, view };
    expect(readSubmission(submission, 0)?.inboundEvent).toMatchObject({ values: { title: "🔥 no va" } });
    const edited = {
      event: {
        type: "message",
        subtype: "message_changed",
        channel: "C1",
        event_ts: "2.1",
        message: { user: "U1", ts: "1.1", text: ":fire:", edited: { ts: "2.1" } },
      },
    };
    expect(readRevision(edited, null)?.inboundEvent).toMatchObject({ kind: "edited", text: "🔥" });
    edited.event.message.text = "<@UBOT> :fire:";
    expect(readRevision(edited, "UBOT")?.inboundEvent).toMatchObject({ kind: "edited", text: "🔥" });
  });

  it("count as a thank-you if the message is a thumbs-up", () => {
    const thumb = received({ text: ":+1:", blocks: rich({ type: "emoji", name: "+1", unicode: "1f44d" }) });
    expect(isThanks(thumb?.kind === "message" ? thumb.text : "", { ...sampleDesk, thanks: [] })).toBe(true);
  });
});

describe("ids in a Slack message", () => {
  test.each([
    ["see <#C0RANDOM|>", "see #C0RANDOM"],
    ["see <#C0RANDOM|random>", "see #random"],
    ["cc <@U0OLIVER>", "cc @unknown"],
    ["cc <!subteam^S1|@soporte> <!subteam^S2> <!here>", "cc @soporte @group @here"],
    ["<!date^1768200000^{date}|12 Jan>", "12 Jan"],
    ["<!date^1768200000^{date}>", "2026-01-12 06:40 UTC"],
    ["<tel:+34600111222|+34 600 111 222>", "+34 600 111 222"],
    ["<tel:+34600111222>", "+34600111222"],
    ["&lt;@U1&gt;", "<@U1>"],
  ])("%s is shown as %s before Plazo asks Slack", (text, shown) => {
    expect(literal(text)).toBe(shown);
  });

  it("the adapter puts the names in, and keeps formats on their text", () => {
    const blocks = rich(
      { type: "text", text: "cc " },
      { type: "user", user_id: "U0OLIVER" },
      { type: "text", text: " ya", style: { bold: true } },
      { type: "channel", channel_id: "C0RANDOM" },
    );
    const { mentions = [], ...words } = readRichText({ text: "", blocks });
    const named = withNames(words, mentions, ({ id }) => (id === "U0OLIVER" ? "Oliver Twist" : null));
    expect(named.text).toBe("cc @Oliver\u00A0Twist ya#C0RANDOM");
    expect(named.format?.map(({ from, to }) => named.text.slice(from, to))).toEqual([" ya"]);
  });
});

describe("forwarded messages", () => {
  const shared = {
    is_share: true,
    is_msg_unfurl: true,
    author_name: "Bob",
    text: "Error 502 <#C1|web>\non :fire: login",
  };

  test.each([
    ["", "↪ Fwd (Bob): Error 502 #web\n> on 🔥 login"],
    ["mirad", "mirad\n↪ Fwd (Bob): Error 502 #web\n> on 🔥 login"],
  ])("are quoted with their author below %j", (text, shown) => {
    expect(received({ text, attachments: [shared] })).toMatchObject({ kind: "message", text: shown });
  });

  it("bring their files, and mentions stay in their place", () => {
    const inbound = received({
      text: "a",
      attachments: [
        {
          is_share: true,
          author_id: "U0BOB",
          text: "hey\ncc <@U0OLIVER>",
          files: [{ id: "F1", name: "a.png", size: 3 }],
        },
      ],
    });
    if (inbound?.kind !== "message") throw new Error("no message");
    expect(inbound.files).toEqual([{ id: "F1", name: "a.png", size: 3, type: "" }]);
    const { text } = withNames(inbound, inbound.mentions ?? [], ({ id }) => id.toLowerCase());
    expect(text).toBe("a\n↪ Fwd (@u0bob): hey\n> cc @u0oliver");
  });

  it("are not confused with previews of web pages", () => {
    expect(
      received({ text: "look", attachments: [{ from_url: "https://a.example", title: "A", text: "B" }] }),
    ).toMatchObject({
      text: "look",
    });
  });

  // The bot gets the preview of a message in triage, although the customers in this channel cannot open it.
  const preview = {
    is_msg_unfurl: true,
    author_name: "Marta",
    text: "internal remark",
    message_blocks: [{ message: { blocks: rich({ type: "text", text: "internal remark" }) } }],
    files: [{ id: "F0TRIAGE", name: "internal.pdf", size: 3 }],
  };

  it("are not confused with previews of linked messages, neither by event, menu, edit nor in a thread", () => {
    const message = { ts: "1.1", user: "U0CARLA", text: "look", attachments: [preview, shared] };
    const changed = { ...message, edited: { ts: "3.1" } };
    const read = [
      received(message),
      readPick(
        {
          type: "message_action",
          callback_id: openFromMessage,
          trigger_id: "t",
          user: { id: "U0LUIS" },
          channel: { id: "C0ACME" },
          message,
        },
        0,
      )?.inboundEvent,
      readRevision(revision(changed, message), null)?.inboundEvent,
      readWritten({ text: "look", attachments: attachmentsSchema.parse(message.attachments) }),
    ];
    for (const each of read) {
      expect(JSON.stringify(each)).toContain("Error 502");
      expect(JSON.stringify(each)).not.toMatch(/internal|F0TRIAGE/);
    }
  });

  it("a preview that Slack adds later is no edit", () => {
    const message = { ts: "1.1", user: "U0CARLA", text: "look", edited: { ts: "2.1" } };
    expect(readRevision(revision({ ...message, attachments: [preview] }, message), null)).toBeNull();
  });
});
