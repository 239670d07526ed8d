import { describe, expect, test } from "vitest";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf } from "../../support/story.ts";
import {
  carla,
  clock,
  luis,
  nameOf,
  notices,
  oliver,
  open,
  passedOver,
  remind,
  recipients,
  withPeople,
} from "./ladder-story.ts";

describe("a person who is out", () => {
  const until = monday + 1000 * minutes;
  const out = { outUntil: until };
  test.each<[string, Desk, number, readonly string[]]>([
    ["is replaced by the deputy", withPeople({ ana: out }), 120, ["direct luis as deputy (ana out)"]],
    [
      "is replaced once if the deputy is notified anyway",
      withPeople({ ana: out }),
      192,
      ["direct luis as deputy (ana out)"],
    ],
    [
      "is replaced by triage if the deputy is out too",
      withPeople({ ana: out, luis: out }),
      120,
      ["mention eva (ana out, luis out)"],
    ],
    [
      "is replaced by triage without a deputy",
      withPeople({ ana: { ...out, deputy: null } }),
      120,
      ["mention eva (ana out)"],
    ],
    [
      "is notified again from the moment they are back",
      withPeople({ ana: { outUntil: monday + 120 * minutes } }),
      120,
      ["direct ana as manager"],
    ],
    [
      "is not mentioned twice in triage",
      withPeople({ ana: { ...out, deputy: null }, eva: out }),
      240,
      ["mention ana unrung (ana out, eva out)"],
    ],
    [
      "is not mentioned in triage, and an available person of the same step is",
      withPeople({ ana: out }),
      240,
      ["direct luis as deputy (ana out)", "direct eva as head", "mention luis"],
    ],
    [
      "is named in triage without a mention if all of them are out",
      withPeople({ ana: out, luis: out, eva: out }),
      240,
      ["mention ana unrung (ana out, luis out, eva out)"],
    ],
  ])("%s", (_, desk, after, expected) => {
    expect(recipients(open(desk).when(clock, remind, after))).toEqual(expected);
  });
  test("is skipped further down the ladder too, and notified if no other person is left", () => {
    const desk = withPeople({ ana: out, eva: out });
    const reminded = open(desk).when(clock, remind, 120);
    const [notice] = notices(reminded);
    if (notice === undefined) throw new Error("no notice");
    expect(notice.next.map((notifyTarget) => `${notifyTarget.how} ${notifyTarget.person}`)).toEqual([
      "mention ana",
      "direct eva",
    ]);
    const first = reminded.when(clock, { type: "takeFallback", notice, why: "cannot_dm" }, 121).events.at(-1);
    if (first?.type !== "fallbackTaken" || first.next === null) throw new Error("no next");
    expect(nameOf(first.next)).toBe("mention luis");
    const last = reminded.when(clock, { type: "takeFallback", notice: first.next, why: "archived" }, 122).events.at(-1);
    if (last?.type !== "fallbackTaken" || last.next === null) throw new Error("nobody was told");
    expect(nameOf(last.next)).toBe("direct eva as head");
    expect(passedOver(last.next)).toBe("ana out, luis failed, luis failed, eva out");
  });
  test("is not notified by a mention, whoever the mention is for", () => {
    const desk = withPeople({ ana: out, luis: { roles: ["agent"] } });
    const claimed = open(withPeople({ ana: { ...out, deputy: null } }, desk)).when(luis, { type: "claim" }, 1);
    expect(recipients(claimed.when(clock, remind, 120))).toEqual(["mention luis (ana out)"]);
    const nobodys = given(withPeople({ eva: out })).when(oliver, opening("high", "slack:C0NORTH"), 120);
    expect(recipients(nobodys.when(clock, remind, 360))).toEqual(["mention null unrung"]);
  });
  test.each<[string, Desk, number, number, string]>([
    [
      "the deputy is instead",
      withPeople({ ana: out }),
      120,
      0,
      "direct luis as deputy (ana out) then mention ana, direct eva as head",
    ],
    [
      "triage is, if the deputy is out too",
      withPeople({ ana: out, luis: out }),
      120,
      0,
      "mention eva (ana out, luis out) then direct eva as head",
    ],
    [
      "triage is, even if it is notified anyway",
      withPeople({ ana: out, luis: out }),
      240,
      0,
      "mention eva (ana out, luis out) then ",
    ],
    ["triage is, for a head too", withPeople({ eva: out }), 240, 1, "mention ana (eva out) then "],
  ])("is not notified of a reminder that was planned before: %s", (_, desk, after, index, expected) => {
    const reminded = open(sampleDesk).when(clock, remind, after);
    const notice = notices(reminded)[index];
    if (notice === undefined) throw new Error("no notice");
    const reroute = { type: "reroute", notice } as const;
    const event = given(desk, reminded.events)
      .when(clock, reroute, after + 1)
      .events.at(-1);
    if (event?.type !== "fallbackTaken" || event.next === null) throw new Error("not passed over");
    expect(event.why).toEqual({ is: "out", until });
    const left = event.next.next.map((notifyTarget) => nameOf({ to: notifyTarget })).join(", ");
    expect(`${nameOf(event.next)} (${passedOver(event.next)}) then ${left}`).toBe(expected);
    expect(refusalOf(reminded.when(clock, reroute, after + 1))).toEqual({ reason: "notDue" });
    // It stays there if it is a mention, or if no other person is available.
    const last = {
      ...notice,
      to: { how: "direct", person: "ana", as: "manager" },
      next: [],
      skipped: [{ to: { how: "mention", person: "ana" }, why: { is: "failed", error: "is_archived" } }],
    } as const;
    const all = given(withPeople({ ana: out, luis: out, eva: out }), reminded.events);
    for (const stays of [last, event.next.to.how === "mention" ? event.next : last])
      expect(refusalOf(all.when(clock, { type: "reroute", notice: stays }, after + 2))).toEqual({ reason: "notDue" });
  });
  test("is notified by e-mail before the head, if everything in chat failed", () => {
    const desk = withPeople({ ana: { email: "ana@example.com" } });
    const [notice] = notices(open(desk).when(clock, remind, 120));
    expect(notice?.next.map((notifyTarget) => `${notifyTarget.how} ${notifyTarget.person}`)).toEqual([
      "direct luis",
      "mention ana",
      "email ana",
      "direct eva",
    ]);
  });
});

describe("quiet hours", () => {
  // Monday ten in the morning in Madrid is nine in London.
  const night = { from: 22 * 60, to: 7 * 60 };
  const at = (hour: number): number => (hour - 10) * 60;
  const desk = (person: Partial<Person>): Desk => withPeople({ ana: { quiet: night, ...person } }, promisingDesk);
  const toldAt = (hour: number, of: Desk, severity: "critical" | "high"): readonly string[] =>
    recipients(
      given(of)
        .when(carla, opening(severity), at(hour) - 240)
        .when(clock, remind, at(hour)),
    );

  test.each<[string, readonly string[]]>([
    ["21", ["direct ana as manager", "direct eva as head", "mention ana"]],
    ["22", ["direct luis as deputy (ana quiet)", "direct eva as head", "mention luis"]],
    ["30", ["direct luis as deputy (ana quiet)", "direct eva as head", "mention luis"]],
    ["31", ["direct ana as manager", "direct eva as head", "mention ana"]],
  ])("route a reminder at hour %s of Monday to %j", (hour, expected) => {
    expect(toldAt(Number(hour), desk({}), "high")).toEqual(expected);
  });
  test("are in the person's own zone", () => {
    expect(toldAt(22, desk({ timezone: "Europe/London" }), "high")[0]).toBe("direct ana as manager");
    expect(toldAt(23, desk({ timezone: "Europe/London" }), "high")[0]).toBe("direct luis as deputy (ana quiet)");
  });
  const planIs = (calendar: "office" | "always"): Story => {
    const { premium } = promisingDesk.plans;
    const plans =
      premium === undefined
        ? {}
        : {
            premium: {
              ...premium,
              calendar,
              terms: { ...premium.terms, critical: { ...premium.terms.critical, calendar } },
            },
          };
    return open({ ...desk({}), plans }, "critical");
  };
  test("are broken by a critical ticket on a calendar that never closes, and by no other", () => {
    expect(toldAt(23, desk({}), "critical")).toEqual(["direct ana as manager", "direct eva as head", "mention ana"]);
    const until = monday + at(30) * minutes;
    expect(toldAt(23, desk({ outUntil: until }), "critical").at(-1)).toBe("mention luis");
    // Due at eleven in the morning, and processed only at night.
    const office = planIs("office").when(clock, remind, at(23));
    expect(recipients(office)[0]).toBe("direct luis as deputy (ana quiet)");
    expect(recipients(planIs("always").when(clock, remind, at(23)))[0]).toBe("direct ana as manager");
  });
  test("within one day do not wrap around midnight", () => {
    const noon = desk({ quiet: { from: 13 * 60, to: 15 * 60 } });
    expect(toldAt(14, noon, "high")[0]).toBe("direct luis as deputy (ana quiet)");
    expect(toldAt(15, noon, "high")[0]).toBe("direct ana as manager");
  });
});
