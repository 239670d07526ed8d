import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openDiscord, type DiscordStage } from "../adapters/discord/stage.ts";
import { claimable, delivered, plainCard, recordingCore, type RecordingCore } from "../adapters/recording-core.ts";

const triage = "310000000000000001";
const luis = "210000000000000002";

let core: RecordingCore;
let stage: DiscordStage;
beforeEach(async () => {
  // The library counts calls in seconds of this clock. It stands still, so no second ends.
  vi.useFakeTimers({ toFake: ["Date"] });
  core = recordingCore();
  stage = await openDiscord(core, {}, { callsPerSecond: 30 });
});
afterEach(async () => {
  await stage.stop();
  vi.useRealTimers();
});

const post = () => stage.adapter.port.post({ channel: `discord:${triage}` }, claimable, { key: crypto.randomUUID() });

it("a bot that used up its calls still answers the agent who pressed a button, on the spot", async () => {
  const card = delivered(await post());
  let next = await post();
  for (let calls = 0; next.ok && calls < 30; calls += 1) next = await post();
  expect(next).toMatchObject({ ok: false, failure: { kind: "waitUntil" } });

  await stage.discord.user(luis).presses({ channel: triage, id: card.id }, "Claim");
  await core.answers[0]?.(plainCard("You took T-1042."));
  await stage.discord.quiet();
  expect(stage.discord.user(luis).privates.map(({ text }) => text)).toContainEqual(expect.stringContaining("You took"));
  expect(stage.discord.dm(luis).messages).toEqual([]);
  expect(stage.log.lines.filter((line) => line.includes("answer"))).toEqual([]);
});
