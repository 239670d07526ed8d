import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { besideEachOther, longFiles } from "./waits-beside.ts";

const root = join(import.meta.dirname, "../../..");

const planned = (leavesProcessor: boolean, ...paths: readonly string[]) =>
  paths.map((path) => ({ path, leavesProcessor }));

test("one worker runs the files that mostly wait, longest first, and the other two begin with the longest of the rest", () => {
  const files = [
    ...planned(false, "test/wire/short.test.ts", "test/browser/settings.test.ts", "test/browser/web-forms.test.ts"),
    ...planned(false, "test/browser/client-area.test.ts", "test/wire/shorter.test.ts"),
    ...planned(true, "test/process/start-and-stop.test.ts", "test/http/brakes.test.ts", "test/process/kill.test.ts"),
  ];
  expect(besideEachOther(files).map(({ path }) => path)).toEqual([
    "test/process/start-and-stop.test.ts",
    "test/browser/client-area.test.ts",
    "test/browser/web-forms.test.ts",
    "test/browser/settings.test.ts",
    "test/wire/short.test.ts",
    "test/wire/shorter.test.ts",
    "test/process/kill.test.ts",
    "test/http/brakes.test.ts",
  ]);
});

test("every long file exists", () => {
  expect(Object.keys(longFiles).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
