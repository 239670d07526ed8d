import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import type { TestProject } from "vitest/node";
import { freePort } from "../support/runner/free-port.ts";
import { launchChromium, noChromium } from "./chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address that tells a worker, by its id, where its Chromium is; empty if browser tests are skipped. */
    chromium: string;
  }
}

interface Started {
  readonly browser: Browser;
  readonly address: string;
}

const start = async (): Promise<Started> => {
  const port = await freePort();
  return { browser: await launchChromium([`--remote-debugging-port=${port}`]), address: `http://127.0.0.1:${port}` };
};

/**
 * Starts a Chromium for each worker that asks for one, and ends them after the run. A worker keeps its own: each start
 * takes a second of computing, and workers that share one follow the pages of all.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  if (noChromium !== "") {
    console.warn(`Browser tests are skipped: ${noChromium}.`);
    project.provide("chromium", "");
    return async () => {};
  }
  const started = new Map<string, Promise<Started>>();
  const server = createServer(({ url: worker = "" }, response) => {
    const its = started.get(worker) ?? start();
    started.set(worker, its);
    its.then(
      ({ address }) => response.end(address),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  project.provide("chromium", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    for (const each of await Promise.allSettled(started.values()))
      if (each.status === "fulfilled") await each.value.browser.close();
  };
};
