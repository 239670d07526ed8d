import { expect, test } from "vitest";
import { createWarnSeldom } from "../../src/chat/warn-seldom.ts";
import { keptLog } from "../adapters/slack/stage.ts";

test("a warning that comes again and again is logged once a minute, with how many were left out", () => {
  const log = keptLog();
  let now = 1_000_000;
  const warn = createWarnSeldom(log, () => now);
  for (let count = 0; count < 5; count++) warn("a", { why: "x" }, "refused");
  warn("b", {}, "refused");
  now += 59_999;
  warn("a", { why: "x" }, "refused");
  now += 1;
  warn("a", { why: "x" }, "refused");
  now += 60_000;
  warn("a", { why: "x" }, "refused");
  expect(log.lines).toEqual([
    'warn refused {"why":"x"}',
    "warn refused {}",
    'warn refused {"why":"x","notLogged":5}',
    'warn refused {"why":"x"}',
  ]);
});

test("a clock that was turned back silences no warning, and strangers without number take no memory without end", () => {
  const log = keptLog();
  let now = 10_000_000;
  const warn = createWarnSeldom(log, () => now);
  warn("a", {}, "refused");
  now -= 7_200_000;
  warn("a", {}, "refused");
  expect(log.lines).toHaveLength(2);
  for (let count = 0; count < 1_000; count++) warn(`stranger ${count}`, {}, "refused");
  warn("a", {}, "refused");
  expect(log.lines).toHaveLength(1_003);
});
