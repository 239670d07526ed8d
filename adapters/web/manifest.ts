import { z } from "zod";
import { definePlatform } from "../../src/chat/platform-manifest.ts";

/** The client area: pages of Plazo itself. It is on unless AREA says otherwise. The desk file names no people of it. */
export const manifest = definePlatform({
  name: "web",
  kind: "area",
  variables: { AREA: z.enum(["on", "off"]).optional().describe("on or off") },
  switchedOnBy: "AREA",
  secrets: {},
  secretShapes: [],
  ids: null,
  hasHome: false,
  failureMeanings: {},
  settings: ({ AREA }) => (AREA === "off" ? null : {}),
  load: async () => {
    const { createArea } = await import("./index.ts");
    return (_, { area }) => {
      if (area === undefined) throw new Error("the client area needs a place for its messages");
      return createArea(area);
    };
  },
});
