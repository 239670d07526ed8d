import { registerPlatform } from "../../../adapters/index.ts";
import { manifest } from "./manifest.ts";

// A setup file of the tiers that use the platform: it runs before other modules of Plazo read the list of platforms.
registerPlatform(manifest);
