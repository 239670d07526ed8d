import { expect, test } from "vitest";
import { digestCard } from "../../src/features/reminders/digest-card.ts";
import { desk, now, places, ticket } from "./samples/sample.ts";
import { notice } from "./samples/sample-notifications.ts";
import { cardText } from "./samples/strings-of.ts";
import { sayIn } from "../../src/i18n/say.ts";
import { inEnglish } from "../support/sentences.ts";

const minute = 60_000;

/** A digest of reminders that were planned some milliseconds ago; `step` is the share of the target. */
const digest = (ago: readonly number[], locale: "en" | "es", step = 80): string =>
  cardText(
    digestCard(
      ago.map((each) => ({ notice: { ...notice, step, plannedFor: now - each }, ticket, places })),
      { desk, viewer: { locale, timezone: "Europe/Madrid" } },
      now,
    ),
  );

test("a digest shows how late its latest reminder is", () => {
  const ago = [5 * minute, 150 * minute, 0];
  expect(digest(ago, "en").split("\n")[1]).toBe(
    sayIn("en")("digest.sentLate", { time: "2 hours, 30 minutes", at: "[2026-01-12T06:30:00.000Z moment]" }),
  );
  expect(digest(ago, "es").split("\n")[1]).toBe(
    sayIn("es")("digest.sentLate", { time: "2 horas y 30 minutos", at: "[2026-01-12T06:30:00.000Z moment]" }),
  );
});

test("a digest shows breaches first, and a minute late is not late", () => {
  expect(digest([61_000, 0], "en", 100).split("\n").slice(1, 3)).toEqual([
    sayIn("en")("digest.missed", { count: 2 }),
    sayIn("en")("digest.sentLate", { time: "1 minute, 1 second", at: "[2026-01-12T08:58:59.000Z moment]" }),
  ]);
  expect(digest([minute, 0], "en")).not.toMatch(inEnglish("digest.sentLate"));
});
