import { describe, expect, test } from "vitest";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { callBackOf } from "../../../src/tickets/ticket.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { carla, oliver, luis, marta, tom, clock } = cast;
const call = { type: "requestCall", number: "+34 600 000 009", time: "now" } as const;

const opened = (severity: "high" | "low" = "high", desk: Desk = sampleDesk): Story =>
  given(desk).when(carla, opening(severity));
const rungsOf = (story: Story) => {
  const event = story.events.findLast((each) => each.type === "callRequested");
  const [first, ...more] = event?.type === "callRequested" ? event.page : [];
  expect(more).toEqual([]);
  return first === undefined
    ? []
    : [first.to, ...first.next].map((notifyTarget) => `${notifyTarget.how} ${notifyTarget.person}`);
};

describe("a customer may ask for a call", () => {
  test("if plan and severity allow it; else they read which severities do, and whose number to call", () => {
    expect(callBackOf(ticketOf(opened().when(carla, call, 5)))).toEqual({
      at: monday + 5 * minutes,
      by: "Carla",
      number: "+34 600 000 009",
      time: "now",
      notified: null,
    });
    const refusal = { reason: "callNotOffered", severities: ["critical", "high"], manager: "ana" };
    expect(refusalOf(opened("low").when(carla, call))).toEqual(refusal);
    expect(refusalOf(opened("high").when(luis, { type: "setSeverity", severity: "low" }).when(carla, call))).toEqual(
      refusal,
    );
  });

  test("and staff read it once, until the number or the time changes", () => {
    const once = opened().when(carla, call);
    expect(refusalOf(once.when(carla, call, 1))).toEqual({ reason: "callRequestedAlready" });
    expect(callBackOf(ticketOf(once.when(carla, { ...call, time: "tomorrow" }, 1)))?.time).toBe("tomorrow");
  });

  test("but not on a stranger's ticket, and not on a resolved one", () => {
    expect(refusalOf(opened().when(oliver, call))).toEqual({ reason: "noSuchTicket" });
    expect(refusalOf(opened().when(tom, call))).toEqual({ reason: "notAllowed" });
    expect(refusalOf(opened().when(luis, { type: "resolve" }).when(carla, call))).toEqual({
      reason: "resolvedAlready",
    });
  });

  test("which stays open until staff say once that they called", () => {
    const once = opened().when(carla, call);
    expect(refusalOf(once.when(carla, { type: "reportCalled" }))).toEqual({ reason: "notAllowed" });
    const called = once.when(luis, { type: "reportCalled" });
    expect(callBackOf(ticketOf(called))).toBeNull();
    expect(refusalOf(called.when(luis, { type: "reportCalled" }))).toEqual({ reason: "noCallRequested" });
    expect(callBackOf(ticketOf(once.when(luis, { type: "resolve" })))).toBeNull();
  });
});

describe("the page for a call goes", () => {
  test("to the assignee, then the account manager, then their deputy, then the usual recipients", () => {
    expect(rungsOf(opened().when(marta, { type: "claim" }).when(carla, call))).toEqual([
      "direct marta",
      "direct ana",
      "direct luis",
      "mention marta",
      "direct eva",
    ]);
    expect(rungsOf(opened().when(carla, call))[0]).toBe("direct ana");
  });

  test("past people who are out", () => {
    const ana = sampleDesk.people["ana"];
    if (ana === undefined) throw new Error("no Ana");
    const out: Person = { ...ana, outUntil: monday + 9_999 * minutes };
    const desk: Desk = { ...sampleDesk, people: { ...sampleDesk.people, ana: out } };
    expect(rungsOf(opened("high", desk).when(carla, call))[0]).toBe("direct luis");
  });

  test("to a person again if the request changed after they were notified", () => {
    const once = opened().when(carla, call);
    const event = once.events.at(-1);
    const page = event?.type === "callRequested" ? event.page[0] : undefined;
    if (page === undefined) throw new Error("nobody is called for");
    const again = once.when(carla, { ...call, number: "600 111 222" }, 1);
    expect(refusalOf(again.when(clock, { type: "reportPaged", page }, 2))).toEqual({ reason: "notDue" });
    expect(callBackOf(ticketOf(once.when(clock, { type: "reportPaged", page }, 2)))?.notified?.person).toBe("ana");
  });
});
