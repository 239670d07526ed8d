import type { PlatformManifest } from "../src/chat/platform-manifest.ts";
import { manifest as discord } from "./discord/manifest.ts";
import { manifest as email } from "./email/manifest.ts";
import { manifest as playground } from "./playground/manifest.ts";
import { manifest as slack } from "./slack/manifest.ts";
import { manifest as web } from "./web/manifest.ts";

const known: PlatformManifest[] = [slack, discord, email, web, playground];

/** Every platform. A manifest loads nothing of its adapter's code before the platform is used. */
export const platforms: readonly PlatformManifest[] = known;

/**
 * Adds a platform whose code is in another folder; adding it again does nothing. Call it before other modules of Plazo are loaded,
 * since they read the list when they are loaded.
 */
export const registerPlatform = (manifest: PlatformManifest): void => {
  if (!known.some(({ name }) => name === manifest.name)) known.push(manifest);
};

/**
 * The code at the beginning of a failure's `why`, for logs and checks. The platform's text after the code may quote a message
 * or an address, so only people who may read the ticket see it. If several platforms were tried, each failure begins with the
 * name of its platform.
 */
export const failureCode = (why: string): string => {
  const named = known.map(({ name }) => `${name}: `).find((name) => why.startsWith(name)) ?? "";
  const [code = ""] = why.slice(named.length).split(/[:;]/, 1);
  return `${named}${code.trim().slice(0, 80)}`;
};
