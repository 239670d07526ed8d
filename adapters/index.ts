import type { PlatformManifest } from "../src/chat/platform-manifest.ts";
import { manifest as discord } from "./discord/manifest.ts";
import { manifest as email } from "./email/manifest.ts";
import { manifest as playground } from "./playground/manifest.ts";
import { manifest as slack } from "./slack/manifest.ts";

const known: PlatformManifest[] = [slack, discord, email, playground];

/** Every platform. A manifest loads nothing of its adapter's code before the platform is used. */
export const platforms: readonly PlatformManifest[] = known;

/**
 * Adds a platform whose code stands elsewhere; again is the same as once. Call it before other modules of Plazo are loaded,
 * since they read the list when they are loaded.
 */
export const registerPlatform = (manifest: PlatformManifest): void => {
  if (!known.some(({ name }) => name === manifest.name)) known.push(manifest);
};
