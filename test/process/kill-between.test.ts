import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { ShownMessage } from "../support/fake-slack/interface.ts";
import { until } from "../support/until.ts";
import { deskOnSlack, type DeskOnSlack } from "./desk-on-slack.ts";
import { endAll } from "./desk-process.ts";

let stage: DeskOnSlack;
let dataDir = "";
afterEach(async () => {
  endAll();
  await stage.slack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
const luis = () => stage.slack.user("U0LUIS");
const carla = () => stage.slack.user("U0CARLA");

/** Longer than the pending time of a reply, and than an article offer lasts. */
const heldMs = 31_000;
const offeredMs = 301_000;

const cardOf = (channel: string, title: string): Promise<ShownMessage> =>
  until(`${title} stood in ${channel}`, () => stage.rootsIn(channel).find(({ text }) => text.includes(title)));
const cardsOf = (title: string): readonly number[] =>
  ["C0TRIAGE", "C0ACME"].map((channel) => stage.rootsIn(channel).filter(({ text }) => text.includes(title)).length);

/** Answers as Luis; resolves with the pending reply in the card's thread. */
const replies = async (text: string): Promise<ShownMessage> => {
  const card = await cardOf("C0TRIAGE", "Black screen");
  await luis().presses(card, "Reply to customer");
  await luis().submits({ text });
  return until("the reply was held", () => stage.below(card).find((message) => message.text.includes(text)));
};
const timesRead = async (text: string): Promise<number> =>
  stage.below(await cardOf("C0ACME", "Black screen")).filter((message) => message.text.includes(text)).length;
const read = (text: string) => until(`the customer read ${text}`, async () => (await timesRead(text)) > 0);

test("kill -9 loses no pending reply and no offered article, and each is carried out once as people choose", async () => {
  dataDir = mkdtempSync(join(tmpdir(), "plazo-kill-"));
  stage = await deskOnSlack(["U0CARLA", "U0LUIS"], {
    DATA_DIR: dataDir,
    DESK_FILE: join(import.meta.dirname, "cautious-desk.yaml"),
  });
  const first = await stage.start();
  expect(await stage.opens("U0CARLA", "Black screen", "high")).toBe(true);
  await cardOf("C0ACME", "Black screen");
  const thoughtBetter = await replies("Throw it away");
  for (const title of ["My player", "Another player"]) {
    const offers = carla().privates.length;
    expect(await stage.opens("U0CARLA", title, "high")).toBe(true);
    await until("an article was offered", () => carla().privates.length > offers);
  }
  expect([cardsOf("My player"), cardsOf("Another player")].flat()).toEqual([0, 0, 0, 0]);
  await first.end("SIGKILL");

  // Within the pending time of a reply and the time of an offer.
  const second = await stage.start();
  await carla().presses("private", "Open the ticket");
  await cardOf("C0ACME", "Another player");
  await luis().presses(thoughtBetter, "Undo");
  const card = await cardOf("C0TRIAGE", "Black screen");
  await until("it was taken back", () => stage.below(card).some(({ text }) => text.includes("undid the reply")));
  await replies("Clear the cache");
  await second.end("SIGKILL");
  expect(await timesRead("Clear the cache")).toBe(0);

  stage.sleepThrough(heldMs);
  stage.slack.fail("chat.postMessage", { hang: "after" }, { channel: "C0ACME" });
  const third = await stage.start();
  await read("Clear the cache");
  await third.end("SIGKILL");

  // Plazo asks Slack whether the answer in doubt is there before it sends it again.
  stage.sleepThrough(offeredMs);
  const fourth = await stage.start();
  await cardOf("C0TRIAGE", "My player");
  await cardOf("C0ACME", "My player");
  await luis().presses(await replies("Did it help?"), "Send now");
  await read("Did it help?");
  expect(await fourth.end("SIGTERM")).toEqual({ code: 0, signal: null });
  expect([await timesRead("Throw it away"), await timesRead("Clear the cache")]).toEqual([0, 1]);
  expect([...cardsOf("My player"), ...cardsOf("Another player")]).toEqual([1, 1, 1, 1]);
});
