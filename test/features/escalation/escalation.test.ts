import { describe, expect, test } from "vitest";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import { escalationOf } from "../../../src/tickets/ticket.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { carla, oliver, luis, tom, clock } = cast;
const escalation = { type: "escalate", why: null } as const;

const person = (key: string, change: Partial<Person>): Person => {
  const found = sampleDesk.people[key];
  if (found === undefined) throw new Error(`nobody is ${key}`);
  return { ...found, ...change };
};
const withPeople = (people: Readonly<Record<string, Person>>): Desk => ({
  ...sampleDesk,
  people: { ...sampleDesk.people, ...people },
});
const mailed = withPeople({ eva: person("eva", { email: "eva@example.com" }) });

const opened = (desk: Desk = sampleDesk): Story => given(desk).when(carla, opening());
const summonsOf = (story: Story) =>
  story.events
    .flatMap((event) => (event.type === "escalated" ? event.page : []))
    .map(({ to: notifyTarget }) => notifyTarget);

describe("a customer may escalate to the head of support", () => {
  test("not while the target runs: they read until when, and whose number to call", () => {
    const due = monday + 240 * minutes;
    expect(refusalOf(opened().when(carla, escalation, 240))).toEqual({ reason: "notBreached", due, manager: "ana" });
  });

  test("from the moment after the breach on, and the escalation names the breached clock", () => {
    const story = opened().when(carla, { type: "escalate", why: "We go live at noon." }, 241);
    expect(escalationOf(ticketOf(story))).toEqual({
      at: monday + 241 * minutes,
      by: "Carla",
      why: "We go live at noon.",
      breached: { clock: "firstResponse", cycle: 1, due: monday + 240 * minutes },
      notified: null,
    });
  });

  test("after a late answer too, and not after one in time", () => {
    const reply = { type: "reply", text: "Sorry", alreadyPosted: false } as const;
    const late = opened().when(luis, reply, 300).when(carla, escalation, 310);
    expect(escalationOf(ticketOf(late))?.breached?.clock).toBe("firstResponse");
    const inTime = opened().when(luis, reply, 30).when(carla, escalation, 310);
    expect(refusalOf(inTime)).toEqual({ reason: "notBreached", due: null, manager: "ana" });
  });

  test("after a breach whose target was replaced, whether it was met later, is open, or was cancelled", () => {
    const reply = { type: "reply", text: "Sorry", alreadyPosted: false } as const;
    const brokenBy = (story: Story) => escalationOf(ticketOf(story.when(carla, escalation, 990)))?.breached;
    const raised = opened().when(luis, { type: "setSeverity", severity: "low" }, 300);
    const first = { clock: "firstResponse", cycle: 1, due: monday + 240 * minutes };
    expect(brokenBy(raised)).toEqual(first);
    expect(brokenBy(raised.when(luis, reply, 310))).toEqual(first);
    const inTime = opened().when(luis, { type: "setSeverity", severity: "low" }, 240).when(luis, reply, 310);
    expect(refusalOf(inTime.when(carla, escalation, 990))).toMatchObject({ reason: "notBreached" });
    // Low severity has no resolution target.
    const solution = given(promisingDesk)
      .when(carla, opening())
      .when(luis, reply, 10)
      .when(luis, { type: "setSeverity", severity: "low" }, 961);
    expect(ticketOf(solution).sla.clocks.at(-1)?.end?.how).toBe("cancelled");
    expect(brokenBy(solution)).toEqual({ clock: "resolution", cycle: 1, due: monday + 960 * minutes });
    const anew = solution.when(luis, { type: "setSeverity", severity: "high" }, 970);
    expect(brokenBy(anew)?.due).toBe(monday + 960 * minutes);
  });

  test("at any time if their plan allows it", () => {
    const { premium } = sampleDesk.plans;
    if (premium === undefined) throw new Error("no plan");
    const desk: Desk = { ...sampleDesk, plans: { ...sampleDesk.plans, premium: { ...premium, escalate: "always" } } };
    expect(escalationOf(ticketOf(opened(desk).when(carla, escalation, 1)))?.breached).toBeNull();
  });

  test("once an hour, and again after the ticket is resolved and reopened", () => {
    const once = opened().when(carla, escalation, 241);
    const [at, again] = [241, 301].map((after) => monday + after * minutes);
    expect(refusalOf(once.when(carla, escalation, 300))).toEqual({ reason: "escalatedAlready", at, again });
    expect(refusalOf(once.when(carla, escalation, 301))).toBeNull();
    expect(refusalOf(once.when(luis, { type: "resolve" }, 250).when(carla, escalation, 251))).toEqual({
      reason: "resolvedAlready",
    });
  });

  test("on their own ticket only: another one seems not to exist", () => {
    expect(refusalOf(opened().when(oliver, escalation, 241))).toEqual({ reason: "noSuchTicket" });
    expect(refusalOf(given().when(oliver, escalation, 241))).toEqual({ reason: "noSuchTicket" });
    expect(refusalOf(opened().when(tom, escalation, 241))).toEqual({ reason: "notAllowed" });
  });
});

describe("an escalation is sent", () => {
  test("to every head, by direct message and by mail", () => {
    expect(summonsOf(opened(mailed).when(carla, escalation, 241))).toEqual([
      { how: "direct", person: "eva", as: "head" },
      { how: "email", person: "eva", as: "head" },
    ]);
  });

  test("to the deputy of a head who is out, and to triage if the desk has no head", () => {
    const out = withPeople({ eva: person("eva", { outUntil: monday + 9_999 * minutes, deputy: "luis" }) });
    expect(summonsOf(opened(out).when(carla, escalation, 241))).toEqual([
      { how: "direct", person: "luis", as: "deputy" },
    ]);
    const headless = withPeople({ eva: person("eva", { roles: ["agent"] }) });
    expect(summonsOf(opened(headless).when(carla, escalation, 241))).toEqual([{ how: "mention", person: "ana" }]);
  });

  const failing = (story: Story): Story => {
    const last = story.events.findLast((event) => event.type === "escalated" || event.type === "pageFailed");
    const page = last?.type === "escalated" ? last.page[0] : last?.type === "pageFailed" ? last.next : null;
    if (page === null || page === undefined) throw new Error("nobody is called for");
    return story.when(clock, { type: "pageNext", page, why: "cannot_dm_bot" }, 242);
  };

  test("to the next person if one cannot be reached, to the last, and then the team reads that it failed", () => {
    const first = failing(opened().when(carla, escalation, 241));
    const last = first.events.at(-1);
    expect(last?.type === "pageFailed" && last.next?.to).toEqual({ how: "mention", person: "eva" });
    const end = failing(first);
    const ended = end.events.at(-1);
    if (ended === undefined) throw new Error("nothing happened");
    expect(effects(ended, ticketOf(end))).toMatchObject([
      { to: { kind: "internal" }, message: { type: "pageUndelivered" } },
    ]);
  });

  test("with the name of the first head who knows to the customer, and without a name once it is over", () => {
    const story = opened(mailed).when(carla, escalation, 241);
    const event = story.events.at(-1);
    const [direct, mail] = event?.type === "escalated" ? event.page : [];
    if (direct === undefined || mail === undefined) throw new Error("nobody is called for");
    const paged = story.when(clock, { type: "reportPaged", page: mail }, 242);
    expect(escalationOf(ticketOf(paged))?.notified).toEqual({ person: "eva", at: monday + 242 * minutes });
    expect(refusalOf(paged.when(clock, { type: "reportPaged", page: direct }, 243))).toEqual({ reason: "notDue" });
    const over = story.when(luis, { type: "resolve" }, 242);
    expect(refusalOf(over.when(clock, { type: "reportPaged", page: direct }, 243))).toEqual({ reason: "notDue" });
    expect(refusalOf(failing(over))).toEqual({ reason: "notDue" });
  });
});
