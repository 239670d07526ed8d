import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import { severityOf, type Ticket } from "../../src/tickets/ticket.ts";
import { historyCard } from "../../src/features/history/history-card.ts";
import type { Viewer } from "../../src/i18n/viewer.ts";
import { allChanges, ticketChanges } from "../../src/features/history/ticket-changes.ts";
import { sayIn } from "../../src/i18n/say.ts";
import { acts, lived } from "../support/random-acts.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { desk, now } from "./samples/sample.ts";
import { events } from "./samples/sample-events.ts";
import { failures, notice } from "./samples/sample-notifications.ts";

const english: Viewer = { locale: "en", timezone: "Europe/Madrid" };
const spanish: Viewer = { locale: "es", timezone: "Europe/Madrid" };
const portuguese: Viewer = { locale: "pt", timezone: "Europe/Madrid" };

const linesOf = (card: Card): readonly string[] =>
  card.parts.flatMap((part) =>
    part.part === "text"
      ? part.lines.map((line) => line.map((span) => (span.t === "text" ? span.text : "")).join(""))
      : [],
  );

/** The sample has every type of event, or it would not compile. */
const every = Object.values(events).flatMap((facts) => facts.map((event) => [event.type, event] as const));

describe("a history entry names the person and the action", () => {
  test.each(every)("in every language: %s", (_, event) => {
    const actor = event.by.kind === "person" ? event.by.name : "";
    const posted = [english, spanish, portuguese].map(
      (viewer) => linesOf(historyCard(1042, [{ at: now, actor, event }], { desk, viewer }))[0] ?? "",
    );
    for (const line of posted) expect(line).toMatch(new RegExp(`^ ${actor === "" ? "Plazo" : actor} \\S.{3}`));
    expect(new Set(posted).size).toBe(3);
  });
});

test("a reminder names everybody who was skipped, even a person who is notified although they are out", () => {
  const notifyTarget = { how: "direct", person: "eva", as: "head" } as const;
  const failed = { ...notice, skipped: failures };
  const passed = [
    ...failures,
    { to: failed.to, why: { is: "failed", error: "user_disabled" } },
    { to: notifyTarget, why: { is: "out", until: now } },
  ] as const;
  const event = { at: now, by: { kind: "clock" }, type: "fallbackTaken", failed, why: "user_disabled" } as const;
  const card = historyCard(
    1042,
    [{ at: now, actor: "", event: { ...event, next: { ...notice, to: notifyTarget, skipped: passed } } }],
    { desk, viewer: english },
  );
  expect(linesOf(card)[0]).toMatch(/user_disabled\); next: Eva Sanz \(Eva Sanz is out until [^;]*\)$/);
});

/** The fields that a history shows before and after; an entry's own text shows the others. */
const received = ["status", "claimedSeverity", "confirmedSeverity", "account", "assignee", "conversation", "clocks"];
const inWords = [
  "version",
  "resolvedAt",
  "lastCustomerMessage",
  "unanswered",
  "lastReplyAt",
  "pauses",
  "notes",
  "replies",
  "inactivity",
  "escalation",
  "callBack",
  "rating",
  "writers",
  "lastReplyIn",
  "pendingReplies",
  "undelivered",
  "tech",
  "followers",
  "copied",
];

const flat = (ticket: Ticket): Readonly<Record<string, unknown>> => {
  const { sla, ...fields } = ticket;
  return { ...fields, ...sla };
};

const changedKeys = (before: Ticket, after: Ticket): readonly string[] => {
  const [was, is] = [flat(before), flat(after)];
  return Object.keys({ ...was, ...is }).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
};

test("a changed value stands beside its entry, before and after", () => {
  const say = sayIn("en");
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 25 }), (steps) => {
      for (const step of allChanges(lived(steps, sampleDesk).events)) {
        const { before, after } = step;
        if (before === null || after === null) continue;
        const line = ticketChanges(step, sampleDesk, english).join("; ");
        const placeOf = ({ conversation }: Ticket) =>
          conversation.kind === "person" ? "direct messages" : "channel C0ACME";
        const has = (one: string, other: string) => expect(line).toContain(`${one} → ${other}`);
        if (before.status !== after.status) has(say(`status.${before.status}`), say(`status.${after.status}`));
        if (severityOf(before) !== severityOf(after)) has(severityOf(before), severityOf(after));
        if (before.account !== after.account) has("Acme TV", "Northwind Media");
        if (before.assignee !== after.assignee) expect(line).toMatch(/Assignee: .+ → .+/);
        if (before.conversation.kind !== after.conversation.kind) has(placeOf(before), placeOf(after));
        for (const clock of after.sla.clocks) {
          const old = before.sla.clocks.find(({ kind, cycle }) => kind === clock.kind && cycle === clock.cycle);
          const ended = old?.end === null && clock.end !== null;
          if (ended || old?.target.due !== clock.target.due) expect(line).toContain(`${say(`clock.${clock.kind}`)}: `);
        }
        expect(changedKeys(before, after).filter((key) => ![...received, ...inWords].includes(key))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
