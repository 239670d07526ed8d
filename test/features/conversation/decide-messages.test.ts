import { describe, expect, test } from "vitest";
import { decide } from "../../../src/tickets/decide.ts";
import { evolve } from "../../../src/tickets/evolve.ts";
import { whyNotCarried } from "../../../src/tickets/files/carry-rules.ts";
import type { TicketState } from "../../../src/tickets/ticket.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { cast, given, monday, opening } from "../../support/given.ts";
import { refusalOf, stateOf, ticketOf } from "../../support/story.ts";

const message = { channel: "slack:C0ACME", id: "17.1" } as const;
const withMessage = given()
  .when(cast.carla, opening())
  .when(cast.carla, { type: "receiveMessage", text: "channel 3", wroteAt: monday + 1, message }, 1);

describe("messages in a ticket's thread", () => {
  test("can be edited and deleted only by their author", () => {
    for (const act of [
      { type: "editMessage", message, text: "x" } as const,
      { type: "deleteMessage", message } as const,
    ])
      for (const other of [cast.luis, cast.oliver])
        expect(refusalOf(withMessage.when(other, act, 2))).toEqual({ reason: "notAllowed" });
  });

  test("have the text of the newest edit, in whatever order the edits arrive", () => {
    const early = { type: "editMessage", message, text: "channel 5" } as const;
    const late = { ...early, text: "channel 8" } as const;
    for (const story of [
      withMessage.when(cast.carla, early, 5).when(cast.carla, late, 8),
      withMessage.when(cast.carla, late, 8).when(cast.carla, early, 5),
    ]) {
      expect(story.messages[0]?.text).toBe("channel 8");
      expect(ticketOf(story).lastCustomerMessage?.text).toBe("channel 8");
    }
  });

  test("keep the text of a later edit that was taken for the message, because the message never came", () => {
    const wroteAt = monday + 90_400;
    const taken = given()
      .when(cast.carla, opening())
      .when(cast.carla, { type: "receiveMessage", text: "channel 8", wroteAt, message }, 15);
    const edit = { type: "editMessage", message, text: "channel 5" } as const;
    expect(refusalOf(taken.when(cast.carla, edit, 1))).toEqual({ reason: "notDue" });
    // Slack cuts the time of an edit to seconds.
    const inTheSameSecond = taken.when(cast.carla, { ...edit, text: "channel 9" }, 1.5);
    expect(inTheSameSecond.messages[0]?.text).toBe("channel 9");
  });

  test("cause no event if they arrive again, and a deleted message keeps no text, whatever arrives late", () => {
    const again = withMessage.when(
      cast.carla,
      { type: "receiveMessage", text: "channel 3", wroteAt: monday + 1, message },
      3,
    );
    expect(refusalOf(again)).toEqual({ reason: "notDue" });
    const gone = withMessage
      .when(cast.carla, { type: "deleteMessage", message }, 4)
      .when(cast.carla, { type: "editMessage", message, text: "canary" }, 3);
    expect(JSON.stringify([gone.messages, ticketOf(gone).lastCustomerMessage])).not.toMatch(/channel \d|canary/);
    expect(ticketOf(gone).sla.clocks).toEqual(ticketOf(withMessage).sla.clocks);
    expect(gone.events.reduce<TicketState | null>(evolve, null)).toEqual(stateOf(gone));
  });
});

describe("a promise that an agent wrote in a customer's channel, where a colleague opened the ticket", () => {
  const wrote = {
    message,
    text: "We mend it by noon",
    format: [],
    by: { user: "slack:U0LUIS", name: "Luis Gil" },
    files: [],
    at: monday,
  } as const;
  const source = { how: "mentioned", channel: "slack:C0ACME", root: "17.1", message: "17.1" } as const;
  const act = opening("high", "slack:C0ACME");
  if (act.type !== "open") throw new Error("it opens nothing");
  const opened = given().when(cast.marta, { ...act, account: "acme", openingMessage: wrote, source });
  const { luis: left, ...people } = sampleDesk.people;
  const gone = { user: "slack:U0LUIS", name: "Luis Gil" } as const;

  test.each([
    ["stays after the agent left the desk", { ...sampleDesk, people }, opened.events],
    [
      "stays on an old ticket too, since the desk knows who left",
      { ...sampleDesk, people, former: { ...sampleDesk.former, staff: left?.identities ?? [] } },
      opened.events,
    ],
  ])("%s, and the platform deletes it", (which, desk, facts) => {
    const before = facts.reduce<TicketState | null>(evolve, null);
    if (before === null) throw new Error("no ticket was opened");
    const messages = which.includes("of old")
      ? before.messages.map((each) => ({ ...each, staff: false }))
      : before.messages;
    const by = { kind: "person", ...gone, channel: "slack:C0ACME" } as const;
    const command = { type: "deleteMessage", message, by, at: monday + 1_000 } as const;
    const decision = decide({ ...before, messages }, command, desk);
    if (!decision.ok) throw new Error(decision.refusal.reason);
    expect(decision.events[0]).toMatchObject({ type: "messageDeleted", textKept: true });
    expect(decision.events[0]).toMatchObject({ erases: [] });
  });
});

test("large files and the eleventh file are not copied", () => {
  const file = { id: "F1", name: "a.log", size: 10 * 1024 * 1024, type: "text/plain" };
  expect(whyNotCarried(file, 9)).toBeNull();
  expect(whyNotCarried({ ...file, size: file.size + 1 }, 0)).toBe("tooLarge");
  expect(whyNotCarried(file, 10)).toBe("tooMany");
});
