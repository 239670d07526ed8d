import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { patience } from "../support/runner/patience.ts";

const paths = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is, or null on a machine without it. */
export const chromiumPath = paths.find((path) => path !== undefined && existsSync(path)) ?? null;

/** Why browser tests are skipped on this machine; empty if they run. */
export const noChromium = chromiumPath === null ? "Chromium is not installed (set CHROMIUM to its path)" : "";

/** Starts a headless Chromium that connects to this machine only. */
export const launchChromium = (also: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    timeout: patience,
    executablePath: chromiumPath ?? "",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...also,
    ],
  });
