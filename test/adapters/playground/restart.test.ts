import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { delivered, plainCard, recordingCore } from "../contract.ts";
import { openPlayground } from "./open-playground.ts";
import { visit } from "./visitor.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "plazo-playground-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it("keeps its channels over a restart, and does not post a known message again", async () => {
  const first = await openPlayground(recordingCore(), { dataDir });
  const to = { channel: "playground:triage" } as const;
  const ref = delivered(await first.adapter.port.post(to, plainCard("T-1"), { key: "once" }));
  await first.stop();
  const second = await openPlayground(recordingCore(), { dataDir });
  expect(delivered(await second.adapter.port.post(to, plainCard("T-1"), { key: "once" }))).toEqual(ref);
  expect(await second.adapter.port.edit(ref, plainCard("T-1, claimed"))).toMatchObject({ ok: true });
  const { messages } = await (await visit(second.url)).state("playground:luis");
  expect(messages).toMatchObject([{ id: ref.id, body: { card: { summary: "T-1, claimed" } } }]);
  await second.stop();
});

it("delivers a message that the bot missed, once the bot accepts it", async () => {
  const deaf = recordingCore();
  deaf.failing = Number.POSITIVE_INFINITY;
  const first = await openPlayground(deaf, { dataDir });
  await (await visit(first.url)).say("playground:carla", "playground:acme-support", "any news?");
  expect(deaf.accepted.size).toBe(0);
  await first.stop();
  const core = recordingCore();
  const second = await openPlayground(core, { dataDir });
  await core.until(1);
  expect([...core.accepted.values()]).toMatchObject([{ kind: "message", text: "any news?" }]);
  await second.stop();
});

it("is not ready before its start and after its stop", async () => {
  const playground = await openPlayground(recordingCore());
  expect(playground.adapter.notReady()).toBeNull();
  await playground.stop();
  expect(playground.adapter.notReady()).not.toBeNull();
});
