import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownProcess } from "../support/own-process.ts";

/** Starts a program behind the check, in a Node that reports another version. */
const startedBy = (version: string) => {
  const claim = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ["--import", `data:text/javascript,${encodeURIComponent(claim)}`],
      ["--import", join(import.meta.dirname, "../../src/commands/require-node.mjs")],
      ["--eval", 'console.log("started")'],
    ].flat(),
    { env: { ...ownProcess }, encoding: "utf8" },
  );
  return [status, stdout, stderr];
};

test.each(["18.20.8", "20.20.2", "22.23.5", "24.11.1"])(
  "Node %s is too old, and the message says what to do",
  (old) => {
    expect(startedBy(old)).toEqual([
      1,
      "",
      `Plazo needs Node 24.12 or newer, and this is Node ${old}. Run npm ci without --omit=optional, which brings the right Node, or install a newer one. Nothing was started.\n`,
    ]);
  },
);

test.each(["24.12.0", "24.22.3", "26.0.0"])("an installed Node %s is new enough", (recent) => {
  expect(startedBy(recent)).toEqual([0, "started\n", ""]);
});
