import { expect, test } from "vitest";
import { endedBreached } from "../../../src/tickets/clocks/breach.ts";
import { cast, given, opening } from "../../support/given.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";

const { carla, luis } = cast;
const days = 24 * 60;

test("a breached clock stays breached, even if another severity replaced its target before it was cancelled", () => {
  const closed = given(promisingDesk)
    .when(carla, opening("high"))
    .when(luis, { type: "setSeverity", severity: "low" }, 3 * days)
    .when(carla, { type: "resolve" }, 3 * days + 1);
  const first = ticketOf(closed).sla.clocks.find(({ kind }) => kind === "firstResponse");
  expect(first?.end?.how).toBe("cancelled");
  expect(first?.target.breached).toBeUndefined();
  expect(first !== undefined && endedBreached(first)).toBe(true);
});
