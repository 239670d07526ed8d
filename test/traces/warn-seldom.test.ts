import { expect, test } from "vitest";
import { createWarnOncePerMinute } from "../../src/chat/refusals.ts";
import { keptLog } from "../adapters/slack/stage.ts";

test("a repeated warning is logged once a minute, with the number of those not logged", () => {
  const log = keptLog();
  let now = 1_000_000;
  const warn = createWarnOncePerMinute(log, () => now);
  for (let count = 0; count < 5; count++) warn("a", { reason: "x" }, "access.refused");
  warn("b", {}, "access.refused");
  now += 59_999;
  warn("a", { reason: "x" }, "access.refused");
  now += 1;
  warn("a", { reason: "x" }, "access.refused");
  now += 60_000;
  warn("a", { reason: "x" }, "access.refused");
  expect(log.lines).toEqual([
    'warn access.refused {"reason":"x"}',
    "warn access.refused {}",
    'warn access.refused {"reason":"x","notLogged":5}',
    'warn access.refused {"reason":"x"}',
  ]);
});

test("a clock that goes back silences no warning, and any number of strangers uses limited memory", () => {
  const log = keptLog();
  let now = 10_000_000;
  const warn = createWarnOncePerMinute(log, () => now);
  warn("a", {}, "access.refused");
  now -= 7_200_000;
  warn("a", {}, "access.refused");
  expect(log.lines).toHaveLength(2);
  for (let count = 0; count < 1_000; count++) warn(`stranger ${count}`, {}, "access.refused");
  warn("a", {}, "access.refused");
  expect(log.lines).toHaveLength(1_003);
});
