import type { TestProject } from "vitest/node";
import { freePort } from "../support/runner/free-port.ts";
import { launchChromium, noChromium } from "./chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of Chromium's debugging port; empty if browser tests are skipped. */
    chromium: string;
  }
}

/** Starts one Chromium for all browser tests of a run: each start takes a second of computing. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  if (noChromium !== "") {
    console.warn(`Browser tests are skipped: ${noChromium}.`);
    project.provide("chromium", "");
    return async () => {};
  }
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${port}`]);
  project.provide("chromium", `http://127.0.0.1:${port}`);
  return () => browser.close();
};
