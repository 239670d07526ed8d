import { expect, test } from "vitest";
import { operatorName } from "../../src/commands/desk/operator-name.ts";

/** What Node throws where the system has no name for the number of an account. */
const nameless = (): never => {
  throw Object.assign(new Error("uv_os_get_passwd returned ENOENT"), { code: "ENOENT" });
};

test("a command names the account that runs it, and its number where the system has no name for it", () => {
  expect(operatorName(() => ({ username: "support" }))).toBe("support");
  expect(operatorName(nameless)).toBe(`uid ${process.getuid?.()}`);
  expect(operatorName()).not.toBe("");
});
