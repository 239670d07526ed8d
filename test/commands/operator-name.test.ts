import { expect, test, vi } from "vitest";
import { operatorName } from "../../src/commands/desk/operator-name.ts";

const account = vi.hoisted(() => ({ name: null as string | null }));
vi.mock("node:os", async (original) => ({
  ...(await original<typeof import("node:os")>()),
  userInfo: () => {
    if (account.name !== null) return { username: account.name };
    throw Object.assign(new Error("uv_os_get_passwd returned ENOENT"), { code: "ENOENT" });
  },
}));

test("a command names the account that runs it, and its number where the system has no name for it", () => {
  account.name = "support";
  expect(operatorName()).toBe("support");
  account.name = null;
  expect(operatorName()).toBe(`uid ${process.getuid?.()}`);
});
