import { expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { cast, given, minutes, monday, type GivenCommand } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { carla, oliver, luis, clock } = cast;
const asking: GivenCommand = {
  type: "open",
  kind: "consulting",
  number: 1042,
  title: "Moving to live channels",
  description: "We plan twelve.",
  severity: "critical",
  askedIn: "slack:C0ACME",
};
const promising: Desk = { ...sampleDesk, consulting: { firstResponse: { days: 1, ms: 0 } } };

test("a consulting ticket has no severity, and no clock unless the desk sets a target", () => {
  const ticket = ticketOf(given().when(carla, asking));
  expect(ticket).toMatchObject({
    kind: "consulting",
    sla: { claimedSeverity: "low", confirmedSeverity: null, clocks: [] },
  });
  expect(plan(ticket)).toEqual([]);
  expect(refusalOf(given().when(carla, asking).when(luis, { type: "setSeverity", severity: "high" }))).toEqual({
    reason: "consultingHasNone",
  });
  expect(
    refusalOf(given().when(carla, asking).when(carla, { type: "requestCall", number: "1234", time: null })),
  ).toEqual({ reason: "callNotOffered", severities: ["critical", "high"], manager: "ana" });
});

test("a consulting ticket offers no call, whatever the plan's severities offer", () => {
  const { premium } = sampleDesk.plans;
  if (premium === undefined) throw new Error("no plan");
  const every = { ...premium, phone: ["critical", "high", "medium", "low"] as const };
  const story = given({ ...sampleDesk, plans: { ...sampleDesk.plans, premium: every } }).when(carla, asking);
  expect(refusalOf(story.when(carla, { type: "requestCall", number: "1234", time: null }))?.reason).toBe(
    "callNotOffered",
  );
});

test("a consulting target is the same for every plan, with the steps that apply to every severity", () => {
  const [general, ...critical] = promising.ladder.map((step, index) =>
    index === 0 ? step : { ...step, severities: ["critical", "low"] as const },
  );
  if (general === undefined) throw new Error("no ladder");
  const desk: Desk = { ...promising, ladder: [general, ...critical] };
  const ticket = ticketOf(given(desk).when(carla, asking));
  expect(ticket.sla.clocks.map(({ kind, target: promise }) => [kind, promise.due])).toEqual([
    ["firstResponse", monday + 24 * 60 * minutes],
  ]);
  expect(ticket.sla.clocks[0]?.target.ladder.map(({ percent: at }) => at)).toEqual([50]);
});

test("the account manager or, without one, triage is notified, and the customer reads who knows", () => {
  const routed = (by: typeof carla, askedIn: typeof carla.channel) => {
    const event = given()
      .when(by, { ...asking, askedIn })
      .events.at(-1);
    return event?.type === "consultingRouted" ? event.page : [];
  };
  expect(routed(carla, "slack:C0ACME").map(({ to: notifyTarget }) => notifyTarget)).toEqual([
    { how: "direct", person: "ana", as: "manager" },
  ]);
  expect(routed(oliver, "slack:C0NORTH").map(({ to: notifyTarget }) => notifyTarget)).toEqual([
    { how: "mention", person: null },
  ]);
  const [page] = routed(carla, "slack:C0ACME");
  if (page === undefined) throw new Error("nobody is called for");
  const paged = given().when(carla, asking).when(clock, { type: "reportPaged", page }, 1);
  expect(paged.events.at(-1)).toMatchObject({ type: "pageDelivered", about: "consulting", person: "ana" });
  const over = given().when(carla, asking).when(luis, { type: "resolve" });
  expect(refusalOf(over.when(clock, { type: "reportPaged", page }, 1))).toEqual({ reason: "notDue" });
});

test("a consulting ticket that moves to another account goes to its account manager", () => {
  const { sam } = cast;
  const story = given()
    .when(sam, { ...asking, askedIn: "slack:C0RANDOM" })
    .when(luis, { type: "setAccount", account: "acme" }, 5);
  const event = story.events.at(-1);
  expect(event?.type === "consultingRouted" && event.page[0]?.to).toEqual({
    how: "direct",
    person: "ana",
    as: "manager",
  });
});
