import { expect, test } from "vitest";
import { cast, given, monday } from "../../support/given.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const message = { channel: "slack:C0ACME", id: "17.1" } as const;
const wrote = { message, by: { user: cast.carla.user, name: "Carla" }, format: [], files: [], at: monday } as const;
const openedFrom = (text: string, title: string) =>
  given().when(cast.carla, {
    type: "open",
    number: 1001,
    severity: "high",
    title,
    description: text,
    askedIn: "slack:C0ACME",
    source: { channel: message.channel, message: message.id, root: message.id, how: "mentioned" },
    openingMessage: { ...wrote, text },
  });
const edit = (text: string, before: string, after: string) =>
  ({ type: "editMessage", message, text, titles: { before, after } }) as const;

test("a title follows the newest edit, in whatever order the edits arrive", () => {
  const [early, late] = [edit("channel 5", "channel 3", "channel 5"), edit("channel 8", "channel 5", "channel 8")];
  const inOrder = openedFrom("channel 3", "channel 3").when(cast.carla, early, 5).when(cast.carla, late, 8);
  expect(ticketOf(inOrder)).toMatchObject({ title: "channel 8", description: "channel 8" });
  const late1 = edit("channel 8", "channel 3", "channel 8");
  const turned = openedFrom("channel 3", "channel 3")
    .when(cast.carla, late1, 8)
    .when(cast.carla, edit("channel 5", "channel 8", "channel 5"), 5);
  expect(ticketOf(turned)).toMatchObject({ title: "channel 8", description: "channel 8" });
});

test("a title that a person chose stays, also if it is part of the message", () => {
  const story = openedFrom("channel 3 is dark", "channel 3").when(
    cast.carla,
    edit("channel 8 is dark", "channel 3 is dark", "channel 8 is dark"),
    5,
  );
  expect(refusalOf(story)).toBeNull();
  expect(ticketOf(story)).toMatchObject({ title: "channel 3", description: "channel 8 is dark" });
});

test("a deleted message gives no title back, whatever arrives late", () => {
  const story = openedFrom("channel 3", "channel 3")
    .when(cast.carla, { type: "deleteMessage", message }, 6)
    .when(cast.carla, edit("channel 8", "", "channel 8"), 7);
  expect(ticketOf(story).title).toBe("…");
});
