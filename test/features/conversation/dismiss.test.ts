import { describe, expect, test } from "vitest";
import { effects } from "../../../src/tickets/evolve.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import { cast, given, minutes, monday, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { promisingDesk } from "../../support/sample-desk.ts";

const { luis, carla } = cast;
const whole = ({ ticket }: Story): Ticket => {
  if (ticket === null) throw new Error("no ticket");
  return ticket;
};
const at = (after: number): number => monday + after * minutes;
const receives = (text: string, after: number): GivenCommand => ({ type: "receiveMessage", text, wroteAt: at(after) });
const next = (story: Story) => whole(story).sla.clocks.filter(({ kind }) => kind === "nextResponse");

/** A ticket with one answer. */
const answered = (): Story =>
  given(promisingDesk).when(luis, opening()).when(luis, { type: "reply", text: "We look", alreadyPosted: false }, 10);

describe("a thank-you", () => {
  test("starts no clock, and is stored as the customer's last message", () => {
    const story = answered().when(carla, receives("¡Muchas gracias!", 20), 20);
    expect(next(story)).toEqual([]);
    expect(story.unanswered).toEqual([]);
    expect(whole(story).lastCustomerMessage?.text).toBe("¡Muchas gracias!");
  });

  test("does not count as the answer that staff asked for", () => {
    const waiting = answered().when(luis, { type: "wait" }, 15);
    expect(whole(waiting.when(carla, receives("gracias", 20), 20)).status).toBe("waiting");
    expect(whole(waiting.when(carla, receives("gracias, es la 7", 20), 20)).status).toBe("open");
  });

  test("does not move the wait for an earlier question", () => {
    const story = answered().when(carla, receives("¿Y bien?", 20), 20).when(carla, receives("gracias", 30), 30);
    expect(next(story)).toHaveLength(1);
    expect(story.unanswered).toEqual([at(20)]);
  });
});

describe("a message that an agent marked as needing no answer", () => {
  const message = { channel: "slack:C0ACME", id: "8" } as const;
  const edits = (text: string): GivenCommand => ({ type: "editMessage", message, text });
  const dismissedOne = (): Story =>
    answered()
      .when(carla, { ...receives("Fine for now, I will look", 20), message } as GivenCommand, 20)
      .when(luis, { type: "dismiss", upTo: at(20) }, 25);

  test("needs one again if the customer edits it, since the edit", () => {
    expect(dismissedOne().unanswered).toEqual([]);
    const story = dismissedOne().when(carla, edits("Now nothing works at all!"), 30);
    expect(story.unanswered).toEqual([at(30)]);
    expect(next(story).filter(({ end }) => end === null)).toMatchObject([{ startedAt: at(30) }]);
    const [edited] = story.events.slice(-1);
    expect(JSON.stringify(edited === undefined ? [] : effects(edited, whole(story)))).toContain("customerMessage");
    expect(story.when(carla, edits("Nothing works!"), 40).unanswered).toEqual([at(30)]);
  });

  test("needs none if staff wrote since, or if the ticket is closed", () => {
    const replied = dismissedOne().when(luis, { type: "reply", text: "Good", alreadyPosted: false }, 27);
    expect(replied.when(carla, edits("Fine for now, I will look later"), 30).unanswered).toEqual([]);
    const closed = dismissedOne().when(luis, { type: "resolve" }, 27);
    expect(whole(closed.when(carla, edits("Fine for now, I will look later"), 30)).status).toBe("resolved");
  });
});

describe("a thank-you that the customer edits", () => {
  const message = { channel: "slack:C0ACME", id: "7" } as const;
  const edits = (text: string): GivenCommand => ({ type: "editMessage", message, text });
  const thanked = (text = "gracias"): Story =>
    answered().when(carla, { ...receives(text, 20), message } as GivenCommand, 20);

  test("into a question counts as new from the edit, and the team is notified once more", () => {
    const story = thanked().when(carla, edits("gracias, ¿y el canal 3?"), 30);
    expect(next(story)).toMatchObject([{ startedAt: at(30), end: null }]);
    expect(story.unanswered).toEqual([at(30)]);
    const [edited] = story.events.slice(-1);
    const notified = (edited === undefined ? [] : effects(edited, whole(story))).flatMap((effect) =>
      effect.type === "send" && effect.to.kind === "internal" ? [effect.message.type] : [],
    );
    expect(notified).toEqual(["messageChanged", "customerMessage"]);
    const more = story.when(carla, edits("¿y el 4?"), 40);
    expect(next(more)).toHaveLength(1);
    expect(more.unanswered).toEqual([at(30)]);
  });

  test("waits since the first edit with a question, in whatever order the edits arrive", () => {
    const story = thanked().when(carla, edits("¿y el 4?"), 40).when(carla, edits("¿y el 3?"), 30);
    expect(next(story)).toMatchObject([{ startedAt: at(30), end: null }]);
    expect(story.unanswered).toEqual([at(30)]);
    expect(story.messages[0]?.text).toBe("¿y el 4?");
  });

  test("into another thank-you asks nothing; a question edited into one still waits", () => {
    expect(next(thanked().when(carla, edits("¡mil gracias!"), 30))).toEqual([]);
    const asked = thanked("¿y el 3?").when(carla, edits("gracias"), 30);
    expect(next(asked)).toMatchObject([{ startedAt: at(20), end: null }]);
  });

  test("ends the wait for the customer, and reopens a resolved ticket", () => {
    const waiting = answered()
      .when(luis, { type: "wait" }, 15)
      .when(carla, { ...receives("gracias", 20), message } as GivenCommand, 20);
    expect(whole(waiting.when(carla, edits("es la 7, ¿no?"), 30)).status).toBe("open");
    const solved = given({ ...promisingDesk, reopen: { days: 1, ms: 0 } }, thanked().events).when(
      luis,
      { type: "resolve" },
      25,
    );
    const story = solved.when(carla, edits("gracias, pero sigue igual"), 30);
    expect(whole(story)).toMatchObject({ status: "open", unanswered: { first: at(30), last: at(30) } });
    expect(next(story).at(-1)).toMatchObject({ startedAt: at(30), end: null });
  });
});

describe("no answer needed", () => {
  test("cancels the wait as if the customer had asked nothing, and names the agent", () => {
    const story = answered()
      .when(carla, receives("Era eso, ya va", 20), 20)
      .when(luis, { type: "dismiss", upTo: at(20) }, 30);
    expect(next(story).map(({ end }) => end)).toEqual([{ at: at(30), how: "cancelled" }]);
    expect(story.unanswered).toEqual([]);
    expect(story.events.at(-1)).toMatchObject({ type: "dismissed", by: luis });
  });

  test("leaves a later message waiting from its own time", () => {
    const story = answered()
      .when(carla, receives("Ya va", 20), 20)
      .when(carla, receives("No, no va", 25), 25)
      .when(luis, { type: "dismiss", upTo: at(20) }, 30);
    expect(next(story).map(({ startedAt, end }) => [startedAt, end?.how ?? "runs"])).toEqual([
      [at(20), "cancelled"],
      [at(25), "runs"],
    ]);
  });

  test("ends a first response that stands in for a next response after a reopening, once nothing is asked", () => {
    const { nextResponse: _, ...first } = promisingDesk.severities.high;
    const desk = { ...promisingDesk, plans: {}, severities: { ...promisingDesk.severities, high: first } };
    const reopened = given(desk)
      .when(luis, opening())
      .when(luis, { type: "reply", text: "We look", alreadyPosted: false }, 10)
      .when(luis, { type: "resolve" }, 20)
      .when(carla, { type: "reopen" }, 30)
      .when(carla, receives("Ah, it was the cable", 40), 40);
    const again = (story: Story) =>
      whole(story)
        .sla.clocks.filter(({ kind }) => kind === "firstResponse")
        .at(-1);
    expect(again(reopened)).toMatchObject({ cycle: 2, end: null });
    expect(again(reopened.when(luis, { type: "dismiss", upTo: at(30) }, 50))?.end).toBeNull();
    expect(again(reopened.when(luis, { type: "dismiss", upTo: at(40) }, 50))?.end?.how).toBe("cancelled");
  });

  test("does not cancel a first response, and is refused if nothing is asked", () => {
    const opened = given(promisingDesk).when(luis, opening());
    const story = opened.when(carla, receives("Ya va", 5), 5).when(luis, { type: "dismiss", upTo: at(5) }, 6);
    expect(whole(story).sla.clocks.find(({ kind }) => kind === "firstResponse")?.end).toBeNull();
    expect(answered().when(luis, { type: "dismiss", upTo: at(20) }).last).toEqual({
      ok: false,
      refusal: { reason: "nothingUnanswered" },
    });
    expect(opened.when(carla, { type: "dismiss", upTo: at(5) }).last).toEqual({
      ok: false,
      refusal: { reason: "notAllowed" },
    });
  });
});
