import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { patience } from "../support/runner/patience.ts";

const paths = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is, or null on a machine without it. */
export const chromiumPath = paths.find((path) => path !== undefined && existsSync(path)) ?? null;

/** Why browser tests are skipped on this machine; empty if they run. */
export const noChromium = chromiumPath === null ? "Chromium is not installed (set CHROMIUM to its path)" : "";

/**
 * What the browser need not do. Without `RenderDocument` a page of the same site keeps the frame of the one before, which
 * saves 40 % of a visit. The others take the place of Playwright's own list, since the browser reads one list.
 */
const unneeded = [
  "RenderDocument",
  "SpareRendererForSitePerProcess",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
];

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
      `--disable-features=${unneeded.join(",")}`,
      ...also,
    ],
  });
