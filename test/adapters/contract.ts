import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { platformOf, type ChannelRef } from "../../src/tickets/refs.ts";
import { inboundContract } from "./contract-inbound.ts";
import { outboundContract } from "./contract-outbound.ts";
import type { Wall } from "./gallery.ts";
import { delivered, plainCard, recordingCore } from "./recording-core.ts";
import type { PlatformUnderTest, Stage } from "./stage.ts";

/** What every adapter must do. Call it from the adapter's own test file. */
export const adapterContract = (under: PlatformUnderTest): void => {
  describe(`the contract of every adapter: ${under.platform}`, () => {
    const core = recordingCore();
    let stage: Stage;
    let wall: Wall;
    let keys = 0;
    const attempt = () => ({ key: `contract-${++keys}` });
    const textsIn = async (channel: ChannelRef) => (await stage.messages(channel)).map(({ text }) => text);

    beforeAll(async () => {
      stage = await under.open(core);
      const message = delivered(
        await stage.adapter.port.post({ channel: stage.channel }, plainCard("the wall"), attempt()),
      );
      wall = { user: stage.user, channel: stage.channel, message };
    });
    afterAll(() => stage.stop());
    beforeEach(() => {
      core.answer = () => ({ kind: "work" });
      core.met.length = 0;
      core.answers.length = 0;
      core.accepted.clear();
    });

    it("is ready after its start, and names its own platform", () => {
      expect(stage.adapter.notReady()).toBeNull();
      expect(stage.adapter.platform).toBe(under.platform);
      expect(platformOf(stage.channel)).toBe(under.platform);
    });

    const rehearsal = { core, stage: () => stage, wall: () => wall, attempt, textsIn };
    outboundContract(rehearsal, under);
    if (under.receives !== "onPages") inboundContract(rehearsal);
  });
};

// Test files import these together with the contract.
export { delivered, plainCard, recordingCore, type RecordingCore } from "./recording-core.ts";
export type { Stage } from "./stage.ts";
