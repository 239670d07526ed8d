import { describe, expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import { messageCard } from "../../src/features/message-cards/message-cards.ts";
import { sayIn } from "../../src/i18n/say.ts";
import { withSla } from "../../src/tickets/clocks/evolve-clocks.ts";
import type { NotifyTarget, ReminderNotification } from "../../src/tickets/routes/notification-route.ts";
import type { Ticket } from "../../src/tickets/ticket.ts";
import { expectCard } from "../support/expect-card.ts";
import { inEnglish, inOrder } from "../support/sentences.ts";
import { english, sample, verbs, withMessages } from "./samples/drawn-cards.ts";
import { failures, notice } from "./samples/sample-notifications.ts";
import { clock, desk, now, places, ticket } from "./samples/sample.ts";
import { cardText } from "./samples/strings-of.ts";

const remind = (more: Partial<ReminderNotification>, of: Ticket = ticket, at = now): Card =>
  messageCard(
    { type: "reminder", notice: { ...notice, ...more } },
    { pauses: [], ...withMessages(of), desk, places, viewer: english, now: at },
  );

describe("a reminder card", () => {
  test("carries the facts, the customer's last message, the reason and the buttons", () => {
    const text = cardText(remind({}, sample("claimed, acknowledged and with messages")));
    for (const words of [
      inEnglish("reminder.nearing", { clock: sayIn("en")("clock.firstResponse"), ticket: "T-1042" }),
      inEnglish("reminder.used", { share: "80%" }),
      inOrder(inEnglish("fact.account"), ": Acme TV"),
      inOrder(inEnglish("fact.severity"), ": ", inEnglish("severityLabel.high")),
      inOrder(inEnglish("fact.assignee"), ": Canaria Interna"),
      "> Any news?",
      inEnglish("reminder.because.manager", { account: "Acme TV" }),
    ])
      expect(text).toMatch(words);
    expectCard(remind({}, sample("claimed, acknowledged and with messages"))).offers("acknowledge", "reply", "assign");
    expect(cardText(remind({}))).toMatch(inEnglish("reminder.unclaimed"));
  });

  test("says that it is late if it is more than a minute late", () => {
    expect(cardText(remind({ plannedFor: now - 60_000 }))).not.toContain("late");
    expect(cardText(remind({ plannedFor: now - 61_000 }))).toMatch(
      inEnglish("reminder.sentLate", { time: "1 minute, 1 second" }),
    );
  });

  test("names the breach, and no longer offers “I'm on it”", () => {
    const card = remind({ step: 100 });
    expect(cardText(card)).toMatch(
      inEnglish("reminder.breached", { clock: sayIn("en")("clock.firstResponse"), ticket: "T-1042" }),
    );
    expect(verbs(card)).toEqual(["reply", "assign", "out", "why"]);
  });

  test("tells a deputy whether the manager was notified too", () => {
    const notifyTarget = { how: "direct", person: "luis", as: "deputy" } as const;
    expect(cardText(remind({ to: notifyTarget }))).toMatch(
      inEnglish("reminder.because.deputy", { manager: "Ana Ruiz", account: "Acme TV" }),
    );
    expect(cardText(remind({ to: notifyTarget, skipped: failures }))).toMatch(
      inEnglish("reminder.because.deputyInstead", { manager: "Ana Ruiz", account: "Acme TV" }),
    );
  });

  test("does not name a person as replacement for themselves while they are out", () => {
    const notifyTarget = { how: "direct", person: "eva", as: "head" } as const;
    const passed = [...failures, { to: notifyTarget, why: { is: "out", until: now + 999_000 } }] as const;
    expect(cardText(remind({ to: notifyTarget, skipped: passed }))).not.toContain("Eva Sanz is out");
  });

  test("names the target that it was planned for, even if the target moved since", () => {
    const later = { ...clock.target, due: now + 999_000 };
    const of = {
      ...ticket,
      ...withSla(ticket, { clocks: [{ ...clock, target: later, earlier: [clock.target] }] }),
    };
    expect(cardText(remind({ target: 0 }, of))).toMatch(
      inEnglish("reminder.due", { due: "[2026-01-12T09:10:00.000Z both]" }),
    );
    expect(cardText(remind({ target: 1 }, of))).toMatch(
      inEnglish("reminder.due", { due: "[2026-01-12T09:16:39.000Z both]" }),
    );
  });

  test.each<[Pick<Extract<NotifyTarget, { how: "mention" }>, "person" | "notifies">, string]>([
    [{ person: "ana" }, "@Ana Ruiz: "],
    [{ person: null }, "@Eva Sanz: "],
    [{ person: "marta" }, "Canaria Interna: "],
    [{ person: "gone" }, `${sayIn("en")("reminder.attention")}: `],
    [{ person: "ana", notifies: false }, "Ana Ruiz: "],
    [{ person: null, notifies: false }, "Eva Sanz: "],
  ])("is one line as a mention of %j in triage, and mentions a person who is there", (whom, beginning) => {
    const text = cardText(remind({ to: { how: "mention", ...whom }, step: 100 }));
    expect(text.startsWith(beginning)).toBe(true);
    expect(text.split("\n")).toHaveLength(1);
  });
});
