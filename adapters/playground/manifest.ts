import { z } from "zod";
import { definePlatform } from "../../src/chat/platform-manifest.ts";

/**
 * Switched on by PLAYGROUND, or if no chat platform is set up. The environment decides that, because it knows all
 * platforms.
 */
export const manifest = definePlatform({
  name: "playground",
  kind: "demo",
  variables: { PLAYGROUND: z.enum(["on", "off"]).optional().describe("on or off") },
  switchedOnBy: "PLAYGROUND",
  secrets: {},
  secretShapes: [],
  ids: {
    person: "[\\w.-]{1,64}",
    expected: {
      en: "an id of the platform (at most 64 characters), in quotation marks",
      es: "un id de la plataforma (64 caracteres como máximo), entre comillas",
      pt: "um id da plataforma (no máximo 64 caracteres), entre aspas",
    },
    reference: "[\\w.-]{1,64}",
  },
  hasHome: false,
  failureMeanings: {},
  settings: ({ PLAYGROUND }) => (PLAYGROUND === "off" ? null : {}),
  load: async () => {
    const { createPlayground } = await import("./index.ts");
    return (_, { controls, ...deps }) => {
      if (controls === undefined) throw new Error("the playground needs the controls of the desk");
      return createPlayground(controls, deps);
    };
  },
});
