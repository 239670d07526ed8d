import { DiscordAPIError } from "discord.js";
import { beforeEach, expect, test } from "vitest";
import type { Api } from "../../../adapters/discord/api.ts";
import { createChannelDirectory } from "../../../adapters/discord/gateway/channels.ts";
import { createAnswerQueue } from "../../../adapters/discord/outbound/answer-queue.ts";
import { createDirects, type Directs } from "../../../adapters/discord/outbound/directs.ts";
import { failureOf } from "../../../adapters/discord/errors.ts";
import type { Delivery } from "../../../src/chat/delivery.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { monday } from "../../support/given.ts";

const person = (n: number): UserRef => `discord:2200000000000000${10 + n}`;
const luis = person(80);
let now: number;
let opened: string[];
let directs: Directs;

beforeEach(() => {
  now = monday;
  opened = [];
  const call = async ({ body }: { readonly body: { readonly recipient_id: string } }) => {
    opened.push(`discord:${body.recipient_id}`);
    return { id: `3${body.recipient_id.slice(1)}` };
  };
  const api = { call, close: () => {} } as unknown as Api;
  directs = createDirects(api, createChannelDirectory(api), () => now);
});

const refusal = (code: number) =>
  new DiscordAPIError({ code, message: "no" }, code, 403, "POST", "/channels/1/messages", { body: {}, files: [] });

/** What became of an attempt: "sent", or the failure's kind. */
const outcome = async (user: UserRef, kind: "owed" | "answer"): Promise<string> => {
  try {
    await directs.with(user, kind);
    return "sent";
  } catch (error) {
    return failureOf(error, now).kind;
  }
};

test("a person who refuses direct messages is opened once, and answers to them make no call for ten minutes", async () => {
  expect(await outcome(person(1), "answer")).toBe("sent");
  directs.failed(person(1), refusal(50007));
  now += 60_000;
  expect(await outcome(person(1), "answer")).toBe("recipientGone");
  expect(await outcome(person(1), "owed")).toBe("sent");
  now += 9 * 60_000;
  expect(await outcome(person(1), "answer")).toBe("sent");
  expect(opened).toEqual([person(1)]);
});

test("a person who writes to the bot can be answered again at once, in the channel in which they wrote", async () => {
  directs.failed(person(1), refusal(50278));
  directs.learn(person(1), "310000000000000055");
  expect(await directs.with(person(1), "answer")).toBe("310000000000000055");
  expect(opened).toEqual([]);
});

test("only a channel that is gone is opened again", async () => {
  await outcome(person(1), "owed");
  now += 3_000;
  for (const code of [50007, 50278, 50001]) directs.failed(person(1), refusal(code));
  await outcome(person(1), "owed");
  expect(opened).toHaveLength(1);
  directs.failed(person(1), refusal(10003));
  await outcome(person(1), "owed");
  expect(opened).toHaveLength(2);
});

test("a page does not wait for the pause after an answer, but for the pause after another page", async () => {
  expect(await outcome(person(1), "answer")).toBe("sent");
  expect(await outcome(luis, "owed")).toBe("sent");
  expect(await outcome(person(2), "owed")).toBe("waitUntil");
  now += 3_000;
  expect(await outcome(person(2), "owed")).toBe("sent");
});

test("a page that waits for its turn gets the next conversation, before every private answer", async () => {
  expect(await outcome(person(1), "owed")).toBe("sent");
  now += 10;
  expect(await outcome(luis, "owed")).toBe("waitUntil");
  now += 2_995;
  // The answer asks first, as soon as a new conversation may be opened.
  expect(await outcome(person(2), "answer")).toBe("waitUntil");
  now += 20;
  expect(await outcome(luis, "owed")).toBe("sent");
  now += 3_000;
  expect(await outcome(person(2), "answer")).toBe("sent");
});

test("answers go on if the outbox does not return for its conversation", async () => {
  await outcome(person(1), "owed");
  await outcome(luis, "owed");
  now += 5_000;
  expect(await outcome(person(2), "answer")).toBe("sent");
});

test("24 answers at once all arrive in the end, in their order; one person has three that wait", async () => {
  let ended = false;
  const pause = Object.assign(async (ms: number) => void (now += ms), {
    end: () => (ended = true),
    ended: () => ended,
  });
  const queue = createAnswerQueue(() => now, pause);
  const sent: string[] = [];
  const lost: string[] = [];
  const answer = (user: UserRef, name: string) =>
    queue({
      user,
      send: async (): Promise<Delivery> => {
        try {
          const channel = await directs.with(user, "answer");
          sent.push(name);
          return { ok: true, ref: { channel: `discord:${channel}`, id: "1" } };
        } catch (error) {
          return { ok: false, failure: failureOf(error, now) };
        }
      },
      undelivered: () => lost.push(name),
    });
  const all = Array.from({ length: 24 }, (_, n) => `${n}`);
  await Promise.all(all.map((name, n) => answer(person(n), name)));
  for (const each of ["a", "b", "c", "d"]) await answer(person(70), each);
  await expect.poll(() => sent.length + lost.length).toBe(28);
  expect(lost).toEqual(["d"]);
  expect(sent.filter((each) => all.includes(each))).toEqual(all);
  expect(sent.filter((each) => !all.includes(each))).toEqual(["a", "b", "c"]);
});
