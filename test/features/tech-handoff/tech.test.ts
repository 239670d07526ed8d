import { usual } from "../../cards/samples/usual.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import { severities } from "../../../src/sla/severity.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";

const { luis, tom, carla } = cast;
const hour = 3_600_000;
const { standard, premium } = sampleDesk.plans;
if (standard === undefined || premium === undefined) throw new Error("no plans");

const within2h = { tech: { days: 0, ms: 2 * hour } };

/** A desk with a tech target of two hours. Its steps go to the member who took the ticket, then to the head. */
const owing: Desk = {
  ...sampleDesk,
  plans: {
    standard,
    premium: {
      ...premium,
      terms: {
        ...premium.terms,
        high: { calendar: "always", targets: within2h },
        medium: { calendar: "always", targets: within2h },
      },
    },
  },
  ladder: [
    ...sampleDesk.ladder,
    {
      when: { by: "used", percent: 50 },
      tell: ["tech"],
      email: [],
      mention: null,
      severities,
      clocks: ["tech"],
    },
  ],
};

const asked = (desk: Desk = owing): Story =>
  given(desk).when(luis, opening()).when(luis, { type: "askTech", text: "Look at the encoder" }, 10);
const refusal = ({ last }: Story): string | null => (last?.ok === false ? last.refusal.reason : null);
const whole = ({ ticket }: Story): Ticket => {
  if (ticket === null) throw new Error("no ticket");
  return ticket;
};
const techClock = (story: Story) => whole(story).sla.clocks.find(({ kind }) => kind === "tech");

describe("the technical team", () => {
  test("gets a hand-off, takes it, and gives it back with a finding", () => {
    const taken = asked().when(tom, { type: "claimTech" }, 20);
    expect(whole(taken).tech).toMatchObject({ need: "Look at the encoder", by: "Luis Gil", takenBy: "tom", end: null });
    const back = taken.when(tom, { type: "returnTech", findings: "A bad manifest", done: false }, 30);
    expect(whole(back).tech?.end).toEqual({ at: monday + 30 * minutes, how: "returned" });
    expect(whole(back.when(luis, { type: "askTech", text: "Once more" }, 40)).tech).toMatchObject({
      need: "Once more",
      takenBy: null,
      end: null,
    });
  });

  test("gets no hand-off if the desk has none, the ticket is resolved, or the text is empty", () => {
    expect(refusal(asked({ ...owing, channels: { ...owing.channels, tech: [] } }))).toBe("noTechTeam");
    expect(refusal(given(owing).when(luis, opening()).when(luis, { type: "askTech", text: " " }))).toBe("emptyText");
    const solved = given(owing).when(luis, opening()).when(luis, { type: "resolve" });
    expect(refusal(solved.when(luis, { type: "askTech", text: "?" }))).toBe("resolvedAlready");
  });

  test("takes only what was handed off, and only once", () => {
    expect(refusal(given(owing).when(luis, opening()).when(tom, { type: "claimTech" }))).toBe("notWithTech");
    const taken = asked().when(tom, { type: "claimTech" });
    expect(refusal(taken.when(tom, { type: "claimTech" }))).toBe("alreadyThat");
    const head = { ...tom, user: "slack:U0EVA", name: "Eva Sanz" } as const;
    expect(refusal(taken.when(head, { type: "claimTech" }))).toBe("alreadyClaimed");
    expect(refusal(taken.when(tom, { type: "returnTech", findings: "", done: false }))).toBe("emptyText");
  });

  test("gets hand-offs of support only and takes them itself, and a customer can do neither", () => {
    expect(refusal(asked().when(luis, { type: "claimTech" }))).toBe("notAllowed");
    expect(refusal(given(owing).when(luis, opening()).when(tom, { type: "askTech", text: "?" }))).toBe("notAllowed");
    for (const command of [
      { type: "askTech", text: "?" },
      { type: "claimTech" },
      { type: "commentAsTech", text: "?" },
      { type: "returnTech", findings: "?", done: true },
    ] as const)
      expect(refusal(asked().when(carla, command))).toBe("notAllowed");
  });

  test("has its own clock if the plan says so, which only its own answer ends", () => {
    const story = asked().when(luis, { type: "reply", text: "We look", alreadyPosted: false }, 20);
    expect(techClock(story)).toMatchObject({ startedAt: monday + 10 * minutes, end: null });
    expect(techClock(story)?.target.due).toBe(monday + 130 * minutes);
    const inTime = story.when(tom, { type: "returnTech", findings: "Found", done: false }, 130);
    expect(techClock(inTime)?.end?.how).toBe("met");
    const late = story.when(tom, { type: "returnTech", findings: "", done: true }, 131);
    expect(techClock(late)?.end?.how).toBe("breached");
    expect(techClock(asked(sampleDesk))).toBeUndefined();
  });

  test("has its own ladder: the member who took it, and triage before that", () => {
    const remind = { type: "remind", clock: "tech", cycle: 1 } as const;
    const notifyTargets = (story: Story) =>
      story.last?.ok === true
        ? story.last.events.flatMap((event) =>
            event.type === "reminded"
              ? event.notices.map(({ to: notifyTarget }) => [notifyTarget.how, notifyTarget.person])
              : [],
          )
        : [];
    expect(notifyTargets(asked().when(cast.clock, remind, 70))).toEqual([["mention", "ana"]]);
    const taken = asked().when(tom, { type: "claimTech" }, 20);
    expect(notifyTargets(taken.when(cast.clock, remind, 70))).toEqual([["direct", "tom"]]);
  });

  test("is reminded during a pending reply to the customer, which is not its answer", () => {
    const story = asked({ ...owing, undo: 300_000 });
    const held = story.when(luis, { type: "reply", text: "We look", alreadyPosted: false }, 129);
    const steps = plan(whole(held)).flatMap(({ clock, step }) => (clock === "tech" ? [step] : []));
    expect(steps).toEqual([50]);
    expect(held.when(cast.clock, { type: "remind", clock: "tech", cycle: 1 }, 130).last?.ok).toBe(true);
  });

  test("has nothing left to do once the ticket is resolved", () => {
    const solved = asked().when(luis, { type: "resolve" }, 20);
    expect(whole(solved).tech?.end?.how).toBe("closed");
    expect(techClock(solved)?.end?.how).toBe("cancelled");
    expect(whole(solved.when(luis, { type: "reopen" }, 30)).tech?.end?.how).toBe("closed");
  });

  test("is invisible to the customer, and so is its clock", () => {
    const story = asked()
      .when(tom, { type: "claimTech" })
      .when(tom, { type: "commentAsTech", text: "canary" })
      .when(luis, { type: "askTech", text: "canary" })
      .when(tom, { type: "returnTech", findings: "canary", done: false })
      .when(luis, { type: "askTech", text: "again" })
      .when(luis, { type: "setSeverity", severity: "medium" });
    expect(whole(story).sla.clocks.findLast(({ kind }) => kind === "tech")?.target.severity).toBe("medium");
    for (const event of story.events) {
      const toCustomer = effects(event, whole(story)).filter(
        (effect) => effect.type === "send" && effect.to.kind === "conversation",
      );
      if (event.type === "severitySet") expect(JSON.stringify(toCustomer)).not.toContain('"tech"');
      else expect(toCustomer).toEqual([]);
    }
    const remarks = story.events.flatMap((event) => effects(event, whole(story)));
    expect(remarks).toContainEqual({
      type: "send",
      to: { kind: "internal" },
      message: { ...usual.fromTech, type: "fromTech", what: "commented", text: "canary", by: "Tom Berg" },
    });
  });

  test("leaves a ticket that can be rebuilt from its events", () => {
    const story = asked()
      .when(tom, { type: "claimTech" }, 20)
      .when(tom, { type: "returnTech", findings: "Found", done: false }, 90);
    expect(given(owing, story.events).ticket).toEqual(story.ticket);
  });
});
