import type { Adapter, AreaMessages } from "../../src/chat/port.ts";
import { createOutbound } from "./outbound.ts";

/**
 * The client area as a platform. It only sends: its messages are rows of the desk's database, which the pages show. What
 * people do on the pages reaches the core without an adapter.
 */
export const createArea = (messages: AreaMessages): Adapter => {
  let isRunning = false;
  return {
    platform: "web",
    port: createOutbound(messages),
    start: async () => {
      isRunning = true;
    },
    stop: async () => {
      isRunning = false;
    },
    notReady: () => (isRunning ? null : "the client area has not started"),
  };
};
