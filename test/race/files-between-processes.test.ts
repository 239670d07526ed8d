import { afterEach, expect, test } from "vitest";
import type { Delivery, Fetched } from "../../src/chat/delivery.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { outbox } from "../../src/db/schema/delivery-schema.ts";
import { eq } from "../../src/db/schema/orm.ts";
import { deskAcross, discordChannels } from "../support/discord-cast.ts";
import { opens, writes } from "./acts.ts";
import { openSeveral, type Instance, type SeveralDesks } from "./several-desks.ts";
import { openSquare } from "./square.ts";

let desks: SeveralDesks;
afterEach(() => desks.close());

const file = { id: "F1", name: "player.log", size: 8, type: "text/plain" };
const bytes = new TextEncoder().encode("error 42");

/** The customer is on Slack and the team on Discord, and each platform has a process of its own. */
const begin = async (fetch: () => Fetched) => {
  const [slackSquare, discordSquare] = [openSquare(), openSquare()];
  const fetches: string[] = [];
  const posted: { readonly channel: string; readonly text: string; readonly name: string }[] = [];
  const onSlackPort: ChatPort = {
    ...slackSquare.port,
    fetchFile: async ({ id }) => {
      fetches.push(id);
      return fetch();
    },
  };
  const onDiscordPort: ChatPort = {
    ...discordSquare.port,
    postFile: async (to, card, { name, bytes: sent }, attempt): Promise<Delivery> => {
      posted.push({ channel: to.channel, name, text: new TextDecoder().decode(sent) });
      return discordSquare.port.post(to, card, attempt);
    },
  };
  desks = await openSeveral("postgres", [onSlackPort], deskAcross(["discord"], "slack"));
  const [onSlack] = desks.instances;
  if (onSlack === undefined) throw new Error("no process");
  const onDiscord = await desks.joinOn("discord", onDiscordPort);
  const both = [onSlack, onDiscord];
  /** The processes run: they report, and do what is to be done. */
  const run = async (only: readonly Instance[]): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) {
      for (const { steps } of only) await steps.dueWork();
      await desks.settle(only);
      for (const { steps } of only) while ((await steps.deliverFiles()) > 0);
      desks.turn(6_000);
    }
  };
  await run(both);
  await desks.accept(opens("No hay video", desks.now()));
  await run(both);
  const root = slackSquare.messages.find(({ ref }) => ref.channel === "slack:C0ACME")?.ref.id ?? "";
  const wrote = writes("carla", "The log", "slack:C0ACME", root, desks.now());
  if (wrote.kind !== "message") throw new Error("no message");
  await desks.accept({ ...wrote, files: [file] });
  const pending = async () =>
    (await desks.database.db.select().from(outbox).where(eq(outbox.status, "pending"))).length;
  const inTriage = () =>
    discordSquare.messages.map(({ card }) => JSON.stringify(card)).filter((text) => text.includes(file.name));
  return { onSlack, onDiscord, both, run, fetches, posted, pending, inTriage };
};

test("the process with the token of the file's platform downloads it, and the other one posts it", async () => {
  const { both, run, fetches, posted, pending } = await begin(() => ({ ok: true, bytes }));
  await run(both);
  expect(posted).toEqual([{ channel: `discord:${discordChannels.triage}`, name: "player.log", text: "error 42" }]);
  expect(fetches).toEqual(["F1"]);
  expect(await pending()).toBe(0);
  expect(desks.log.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
});

test("a file that its platform does not give is named below the card, with the reason, after one download", async () => {
  const gone = { kind: "recipientGone", why: "file_not_found" } as const;
  const { both, run, fetches, posted, pending, inTriage } = await begin(() => ({ ok: false, failure: gone }));
  await run(both);
  expect(posted).toEqual([]);
  expect(inTriage().join()).toContain("file_not_found");
  expect(fetches).toEqual(["F1"]);
  expect(await pending()).toBe(0);
});

test("the file waits while the process with its platform's token is away, and is posted when it is back", async () => {
  const { onSlack, onDiscord, both, run, posted, pending } = await begin(() => ({ ok: true, bytes }));
  await onSlack.steps.processInbox();
  desks.turn(20_000);
  await run([onDiscord]);
  expect(posted).toEqual([]);
  expect(await pending()).toBe(1);
  await run(both);
  expect(posted).toHaveLength(1);
  expect(await pending()).toBe(0);
});

test("if no process has had the token of the file's platform for a day, the file is named below the card", async () => {
  const { onSlack, onDiscord, run, posted, inTriage, pending } = await begin(() => ({ ok: true, bytes }));
  await onSlack.steps.processInbox();
  for (let hours = 0; hours < 25; hours += 1) {
    desks.turn(60 * 60_000);
    await onDiscord.steps.dueWork();
  }
  await run([onDiscord]);
  expect(posted).toEqual([]);
  expect(inTriage().join()).toContain("no way to read it");
  expect(await pending()).toBeLessThanOrEqual(1);
});
