import { expect, test } from "vitest";
import { meansOfReport, statusOf, type DeliveryReport, type MailFailure } from "../../src/mail/returned-mail.ts";

const now = Date.UTC(2026, 0, 12);
const hour = 3_600_000;
const before = (hoursAgo: number): MailFailure => ({
  status: "4.4.1",
  lastAt: now - hoursAgo * hour,
  mails: 1,
  failingSince: null,
});

test.each<[string, DeliveryReport["action"], string | null, number | null, string]>([
  ["an unknown address", "failed", "5.1.1", null, "told, fails"],
  ["an unknown domain", "failed", "5.1.2", null, "told, fails"],
  ["a closed mailbox", "failed", "5.2.1", null, "told, fails"],
  ["a full mailbox", "failed", "5.2.2", null, "told"],
  ["a filter", "failed", "5.7.1", null, "told"],
  ["a server that gave up", "failed", "4.4.7", null, "told"],
  ["a report without a code", "failed", null, null, "told"],
  ["a full mailbox, again within a week", "failed", "5.2.2", 167, "told, fails"],
  ["a full mailbox, again after a week", "failed", "5.2.2", 169, "told"],
  ["a first delay", "delayed", "4.4.1", null, ""],
  ["a second delay within a week", "delayed", "4.4.1", 20, "told in doubt"],
  ["a second delay after a week", "delayed", "4.4.1", 169, ""],
  ["a mail that arrived", "delivered", "2.0.0", 1, ""],
  ["a mail that was handed on", "relayed", null, 1, ""],
  ["a mail to a list", "expanded", null, 1, ""],
])("%s", (_, action, status, hoursAgo, expected) => {
  const { notified, fails } = meansOfReport({ action, status }, hoursAgo === null ? null : before(hoursAgo), now);
  const words = [notified === null ? "" : notified.certain ? "told" : "told in doubt", fails ? "fails" : ""];
  expect(words.filter((each) => each !== "").join(", ")).toBe(expected);
});

test.each<[DeliveryReport["action"], string | null, string]>([
  ["failed", "5.1.1", "5.1.1"],
  ["failed", null, "5.0.0"],
  ["delayed", null, "4.0.0"],
  ["failed", "5.1.1 <nuria@acme.example>", "5.0.0"],
  ["failed", "9.1.1", "5.0.0"],
])("of a report that is %s with the code %s, %s is kept", (action, status, kept) => {
  expect(statusOf({ action, status })).toBe(kept);
});
