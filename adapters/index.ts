import type { PlatformManifest } from "../src/chat/platform-manifest.ts";
import { manifest as discord } from "./discord/manifest.ts";
import { manifest as email } from "./email/manifest.ts";
import { manifest as playground } from "./playground/manifest.ts";
import { manifest as slack } from "./slack/manifest.ts";

/** Every platform. A manifest loads nothing of its adapter's code before the platform is used. */
export const platforms: readonly PlatformManifest[] = [slack, discord, email, playground];
