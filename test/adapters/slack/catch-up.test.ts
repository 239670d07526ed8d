import { LogLevel, WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { createCatchUp } from "../../../adapters/slack/catch-up/catch-up.ts";
import { AnswerTooLarge } from "../../../src/chat/reading/capped-fetch.ts";
import type { StoredIn } from "../../../src/chat/stored-messages.ts";
import { keptLog } from "../discord/stage.ts";
import { recordingCore } from "../recording-core.ts";

const now = Date.parse("2026-01-09T16:30:00Z");
const tsOf = (n: number): string => `${now / 1000 - 600}.${String(n).padStart(6, "0")}`;

/** A Slack whose channels answer in their own way. */
const slackThat = (answers: Readonly<Record<string, (asked: URLSearchParams) => object | Response>>) => {
  const asked: string[] = [];
  const fetch = async (_: unknown, init?: { readonly body?: unknown }): Promise<Response> => {
    const args = new URLSearchParams(String(init?.body));
    const channel = args.get("channel") ?? "";
    asked.push(`${channel} ${args.get("limit")}`);
    const answer = answers[channel]?.(args) ?? { messages: [] };
    return answer instanceof Response ? answer : Response.json({ ok: true, ...answer });
  };
  const options = { slackApiUrl: "http://127.0.0.1:9/", retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR, fetch };
  return { client: new WebClient("xoxb-1", options), asked };
};

const readBack = async (client: WebClient, channels: readonly string[], stored: readonly string[] = []) => {
  const log = keptLog();
  const taken: string[] = [];
  const searched: StoredIn[] = [];
  const core = recordingCore();
  core.channels = () => channels.map((id) => `slack:${id}` as const);
  core.storedMessages = async (place) => {
    searched.push(place);
    // The connections are lost again during the first search.
    if (stored.length > 0 && searched.length === 1) catchUp.since(now - 1_000);
    return stored.map((id) => ({ id, threads: [] }));
  };
  let isEnded = false;
  const pause = Object.assign(async () => {}, { end: () => void (isEnded = true), ended: () => isEnded });
  const take = async (body: unknown): Promise<void> => {
    const { event } = body as { event: { channel: string; ts: string } };
    taken.push(`${event.channel} ${event.ts}`);
  };
  const takes = { message: take, reaction: take };
  const catchUp = createCatchUp({
    core,
    client,
    takes,
    team: () => "T1",
    botUser: () => null,
    log,
    now: () => now,
    pause,
  });
  catchUp.since(now - 3_600_000);
  await catchUp.ended();
  return { log: log.lines, taken, searched };
};

const cutOff = (): Response =>
  new Response(new ReadableStream({ start: (stream) => stream.error(new AnswerTooLarge(16_000_000)) }));
const all = Array.from({ length: 60 }, (_, n) => ({ ts: tsOf(60 - n) }));
/** The page of a channel that was asked for. */
const pageOf = (args: URLSearchParams): object => {
  const start = Number(args.get("cursor") ?? 0);
  const end = start + Number(args.get("limit"));
  const hasMore = end < all.length;
  return {
    messages: all.slice(start, end),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(end) : "" },
  };
};

test("long messages are read on smaller pages, and a channel that fails keeps no other one waiting", async () => {
  const { client, asked } = slackThat({
    C1: (args) => {
      const limit = Number(args.get("limit"));
      if (limit > 100) throw new AnswerTooLarge(16_000_000);
      return limit > 25 ? cutOff() : pageOf(args);
    },
    C2: () => new Response("", { status: 500 }),
    // One message is larger than any answer that is read.
    C3: (args) => (args.get("cursor") === null && args.get("limit") === "1" ? pageOf(args) : cutOff()),
    C4: () => ({ messages: [{ ts: tsOf(1) }] }),
    C5: () => ({ messages: [{ ts: tsOf(1) }], is_limited: true }),
  });
  const { log, taken, searched } = await readBack(client, ["C1", "C2", "C3", "C4", "C5"]);
  expect(taken.toSorted()).toEqual(
    [...all.map(({ ts }) => `C1 ${ts}`), `C3 ${tsOf(60)}`, `C4 ${tsOf(1)}`, `C5 ${tsOf(1)}`].toSorted(),
  );
  expect(asked.filter((each) => each.startsWith("C1"))).toEqual(
    ["200", "100", "50", "25", "25", "25"].map((n) => `C1 ${n}`),
  );
  // Six tries, and six more after all others.
  expect(asked.filter((each) => each.startsWith("C2"))).toHaveLength(12);
  expect(asked.slice(-6)).toEqual(Array.from({ length: 6 }, () => "C2 200"));
  expect(log.filter((line) => !line.includes("slack.retry"))).toEqual([
    'warn slack.catch-up-capped {"channel":"C3"}',
    'warn slack.catch-up-place-unread {"channel":"C2","thread":null}',
    'info slack.caught-up {"places":5}',
  ]);
  // The plan hides a part of C5, so what is missing there proves nothing.
  expect(searched.map(({ channel }) => channel)).toEqual(["slack:C1", "slack:C3", "slack:C4"]);
});

test("while Slack fails for every channel, none is given up", async () => {
  let calls = 0;
  const { client } = slackThat({
    C1: () => ((calls += 1) > 40 ? pageOf(new URLSearchParams({ limit: "200" })) : new Response("", { status: 503 })),
  });
  const { log, taken } = await readBack(client, ["C1"]);
  expect(taken).toHaveLength(60);
  expect(log.at(-1)).toContain("slack.caught-up");
  expect(log.join()).not.toContain("unread");
});

test("after a new absence, Plazo reads its messages first, and then looks for deleted ones of both absences", async () => {
  const { client, asked } = slackThat({ C1: () => ({ messages: [{ ts: tsOf(1) }] }) });
  const { log } = await readBack(client, ["C1"], [tsOf(2), tsOf(3)]);
  // Two absences, and then two messages that are looked for.
  expect(asked).toEqual(["C1 200", "C1 200", "C1 100", "C1 100"]);
  expect(log.at(-1)).toContain("slack.caught-up");
});
