import { expect, test } from "vitest";
import { errorMessage, uncaughtFacts } from "../../src/log/log-error.ts";
import { OperatorError } from "../../src/chat/error-kind.ts";

test("an instruction of Plazo keeps its commands, and another error loses its quoted text", () => {
  expect(errorMessage(new OperatorError('Run "chmod 700" on it'))).toBe('Run "chmod 700" on it');
  expect(errorMessage(new OperatorError("xoxb-1234-canary"))).not.toContain("canary");
  expect(uncaughtFacts(new OperatorError('Run "chmod 700" on it')).message).toBe('Run "chmod 700" on it');
  expect(uncaughtFacts(new Error("my card")).message).toBeUndefined();
  expect(errorMessage(new Error('it said "my card"'))).toBe('it said "…"');
});
