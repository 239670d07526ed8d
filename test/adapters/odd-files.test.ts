import { expect, test } from "vitest";
import { readMessage as readDiscord } from "../../adapters/discord/inbound/inbound.ts";
import { readMessage as readSlack } from "../../adapters/slack/inbound/inbound.ts";

const onSlack = (files: unknown) =>
  readSlack(
    {
      event: {
        type: "message",
        user: "U0CARLA001",
        channel: "C0ACME0001",
        ts: "1768200000.000100",
        text: "It does not play.",
        user_profile: { real_name: "C".repeat(300) },
        files,
      },
    },
    "U0PLAZO001",
  )?.inboundEvent;

const onDiscord = (attachments: unknown) =>
  readDiscord(
    {
      id: "1400000000000000001",
      channel_id: "310000000000000001",
      type: 0,
      author: { id: "200000000000000001", username: "carla" },
      content: "It does not play.",
      attachments,
    },
    "200000000000000099",
    [],
  );

const odd: readonly (readonly [what: string, files: unknown, known: number])[] = [
  ["a name that is too long", [{ id: "1", name: "n".repeat(2_000), filename: "n".repeat(2_000) }], 1],
  ["no name and an invalid size", [{ id: "1", name: null, filename: null, size: -1 }], 1],
  ["a type that is too long", [{ id: "1", mimetype: "t".repeat(300), content_type: "t".repeat(300) }], 1],
  ["no id", [{ name: "a.txt", filename: "a.txt" }, { id: "1" }], 1],
  ["more files than the limit", Array.from({ length: 200 }, (_, index) => ({ id: String(index) })), 50],
  ["no list of files", "files", 0],
];

test.each(odd)("the adapter delivers a message whose files come with %s", (_, files, known) => {
  const [slack, discord] = [onSlack(files), onDiscord(files)];
  expect(slack).toMatchObject({ kind: "message", text: "It does not play." });
  expect(discord).toMatchObject({ text: "It does not play." });
  expect((slack?.kind === "message" ? slack.files : undefined)?.length ?? 0).toBe(known);
  expect(discord?.files.length).toBe(known);
});
