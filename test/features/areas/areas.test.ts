import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import { techChannelsFor } from "../../../src/tickets/routes/team.ts";
import { cast, given, monday, opening, type Story } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";
import { deskWithAreas, inTurns } from "./desk-with-areas.ts";

const { carla, luis, marta, tom } = cast;

const opened = (area: string | null, desk: Desk = deskWithAreas, number = 1001): Story => {
  const command = opening();
  if (command.type !== "open") throw new Error("no opening");
  return given(desk).when(carla, { ...command, number, ...(area === null ? {} : { facts: { area } }) });
};
const setArea = (area: string | null) => ({ type: "setArea", area }) as const;
const lastEffects = (story: Story) => {
  const event = story.events.at(-1);
  if (event === undefined) throw new Error("nothing happened");
  return effects(event, ticketOf(story));
};

describe("the area of a ticket", () => {
  test("is what the customer chose in the form, else none", () => {
    expect(ticketOf(opened("player")).area).toBe("player");
    expect(opened("player").events.at(-1)).toMatchObject({ type: "areaSet", from: null, to: "player", by: carla });
    expect(ticketOf(opened(null)).area).toBeNull();
    expect(opened(null).events.map(({ type }) => type)).not.toContain("areaSet");
  });

  test("is none if the area left the desk file before the form was submitted", () => {
    expect(ticketOf(opened("player", sampleDesk)).area).toBeNull();
  });

  test("can be changed and removed by support staff only", () => {
    const changed = opened("player").when(luis, setArea("payments"));
    expect(ticketOf(changed).area).toBe("payments");
    expect(changed.events.at(-1)).toMatchObject({ type: "areaSet", from: "player", to: "payments" });
    expect(ticketOf(changed.when(marta, setArea(null))).area).toBeNull();
    for (const person of [carla, tom])
      expect(refusalOf(opened("player").when(person, setArea("payments")))).toEqual({ reason: "notAllowed" });
  });

  test("cannot be changed to an unknown area, to the same area, or on a resolved ticket", () => {
    expect(refusalOf(opened("player").when(luis, setArea("plyer")))).toEqual({ reason: "noSuchArea", name: "plyer" });
    expect(refusalOf(opened("player").when(luis, setArea("constructor")))).toMatchObject({ reason: "noSuchArea" });
    expect(refusalOf(opened("player").when(luis, setArea("player")))).toEqual({ reason: "sameArea" });
    const resolved = opened("player").when(luis, { type: "resolve" }, 5);
    expect(refusalOf(resolved.when(luis, setArea("payments"), 6))).toEqual({ reason: "resolvedAlready" });
  });

  test("stays on the ticket when the area leaves the desk file", () => {
    const later = given(sampleDesk, opened("player").events).when(luis, { type: "claim" }, 5);
    expect(ticketOf(later).area).toBe("player");
    expect(techChannelsFor(ticketOf(later), sampleDesk)).toEqual(["slack:C0TECH"]);
  });
});

describe("the team of an area", () => {
  const whose = (area: string | null, desk: Desk = inTurns): readonly (string | null)[] =>
    [1001, 1002, 1003, 1004].map((number) => ticketOf(opened(area, desk, number)).assignee);
  const away = (...keys: readonly string[]): Desk => ({
    ...inTurns,
    people: Object.fromEntries(
      Object.entries(inTurns.people).map(([key, person]) => [
        key,
        keys.includes(key) ? { ...person, outUntil: monday + 3_600_000 } : person,
      ]),
    ),
  });

  test("gets the area's new tickets; other tickets go to every agent", () => {
    expect(whose("payments")).toEqual(["luis", "luis", "luis", "luis"]);
    for (const area of ["player", null]) expect(whose(area)).toEqual(["marta", "luis", "marta", "luis"]);
  });

  test("gets no ticket while all of them are away: then the other agents take turns", () => {
    expect(whose("payments", away("luis"))).toEqual(["marta", "marta", "marta", "marta"]);
    expect(whose("payments", away("marta"))).toEqual(["luis", "luis", "luis", "luis"]);
    const none = opened("payments", away("luis", "marta"));
    expect(none.events.at(-1)).toMatchObject({ type: "noAgentAvailable" });
  });

  test("gets an unassigned ticket whose area changes, and no other ticket", () => {
    const free = given(inTurns, opened(null, deskWithAreas).events);
    const changed = free.when(marta, setArea("payments"), 5);
    expect(ticketOf(changed).assignee).toBe("luis");
    expect(changed.events.at(-1)).toMatchObject({ type: "assigned", by: { kind: "clock" }, notified: "direct" });
    const taken = opened(null, inTurns).when(luis, setArea("payments"), 5);
    expect(ticketOf(taken).assignee).toBe("marta");
    const byHand = opened(null, deskWithAreas).when(luis, setArea("payments"), 5);
    expect(ticketOf(byHand).assignee).toBeNull();
  });
});

describe("the technical team's channel of an area", () => {
  test("replaces the desk's own channels", () => {
    expect(techChannelsFor(ticketOf(opened("player")), deskWithAreas)).toEqual(["slack:C0RANDOM"]);
    for (const area of ["payments", null])
      expect(techChannelsFor(ticketOf(opened(area)), deskWithAreas)).toEqual(["slack:C0TECH"]);
  });

  test("is enough for a hand-off to the technical team", () => {
    const desk = { ...deskWithAreas, channels: { ...deskWithAreas.channels, tech: [] } };
    const ask = { type: "askTech", text: "Look at the encoder" } as const;
    expect(refusalOf(opened("player", desk).when(luis, ask, 5))).toBeNull();
    expect(refusalOf(opened("payments", desk).when(luis, ask, 5))).toEqual({ reason: "noTechTeam" });
  });

  test("gets the card when the area changes after a hand-off", () => {
    const asked = opened("payments").when(luis, { type: "askTech", text: "Look at the encoder" }, 5);
    expect(lastEffects(asked.when(luis, setArea("player"), 6))).toContainEqual({ type: "placeTech" });
    expect(lastEffects(opened("payments").when(luis, setArea("player"), 6))).toEqual([{ type: "refreshCards" }]);
  });
});
