import { expect, test } from "vitest";
import { errorMessage } from "../../src/log-error.ts";
import { OwnWords } from "../../src/own-words.ts";

test("an instruction of Plazo's own keeps its commands, and another error's quoted words go", () => {
  expect(errorMessage(new OwnWords('Run "chmod 700" on it'))).toBe('Run "chmod 700" on it');
  expect(errorMessage(new OwnWords("xoxb-1234-canary"))).not.toContain("canary");
  expect(errorMessage(new Error('it said "my card"'))).toBe('it said "…"');
});
