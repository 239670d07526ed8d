import { LogLevel, WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { createCatchUp } from "../../../adapters/slack/catch-up/catch-up.ts";
import { AnswerTooLarge } from "../../../src/chat/reading/capped-fetch.ts";
import type { StoredIn, ThreadInUse } from "../../../src/chat/stored-messages.ts";
import type { ChannelRef } from "../../../src/tickets/refs.ts";
import { keptLog } from "../discord/stage.ts";
import { recordingCore } from "../recording-core.ts";

const now = Date.parse("2026-01-09T16:30:00Z");
const tsOf = (n: number): string => `${now / 1000 - 600}.${String(n).padStart(6, "0")}`;

/** A Slack whose channels answer in their own way, and its methods without a channel. `asked`: the calls for a channel. */
const slackThat = (answers: Readonly<Record<string, (asked: URLSearchParams) => object | Response>>) => {
  const asked: string[] = [];
  const fetch = async (url: unknown, init?: { readonly body?: unknown }): Promise<Response> => {
    const args = new URLSearchParams(String(init?.body));
    const channel = args.get("channel");
    if (channel !== null) asked.push(`${channel} ${args.get("limit")}`);
    const answer = answers[channel ?? String(url).split("/").at(-1) ?? ""]?.(args) ?? { messages: [] };
    return answer instanceof Response ? answer : Response.json({ ok: true, ...answer });
  };
  const options = { slackApiUrl: "http://127.0.0.1:9/", retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR, fetch };
  return { client: new WebClient("xoxb-1", options), asked };
};

/** What the desk knows. */
interface Known {
  readonly stored?: readonly string[];
  readonly used?: readonly ThreadInUse[];
  readonly directs?: readonly ChannelRef[];
}

const readBack = async (
  client: WebClient,
  channels: readonly string[],
  { stored = [], used = [], directs = [] }: Known = {},
) => {
  const log = keptLog();
  const taken: string[] = [];
  const searched: StoredIn[] = [];
  const core = recordingCore();
  core.channels = () => channels.map((id) => `slack:${id}` as const);
  core.threadsInUse = async () => used;
  core.directs = async () => directs;
  core.storedMessages = async (place) => {
    searched.push(place);
    // The connections are lost again during the first search.
    if (stored.length > 0 && searched.length === 1) void catchUp.since(now - 1_000);
    return stored.map((id) => ({ id, threads: [] }));
  };
  let isEnded = false;
  const pause = Object.assign(async () => {}, { end: () => void (isEnded = true), ended: () => isEnded });
  const take = async (body: unknown): Promise<void> => {
    const { event } = body as { event: { channel: string; ts: string; message?: { ts: string } } };
    taken.push(`${event.channel} ${event.message === undefined ? event.ts : `edited ${event.message.ts}`}`);
  };
  const takeReaction = async (body: unknown): Promise<void> => {
    const { event } = body as { event: { item: { channel: string; ts: string } } };
    taken.push(`${event.item.channel} marked ${event.item.ts}`);
  };
  const takes = { message: take, reaction: takeReaction };
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
  await catchUp.since(now - 3_600_000);
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
  const works = (): boolean => (calls += 1) > 40;
  const broken = (): Response => new Response("", { status: 503 });
  const { client } = slackThat({
    C1: () => (works() ? pageOf(new URLSearchParams({ limit: "200" })) : broken()),
    "users.conversations": () => (works() ? { channels: [{ id: "D1" }] } : broken()),
    D1: () => ({ messages: [{ ts: tsOf(1) }] }),
  });
  const { log, taken } = await readBack(client, ["C1"]);
  expect(taken).toHaveLength(61);
  expect(log.at(-1)).toContain("slack.caught-up");
  expect(log.join()).not.toContain("unread");
});

test("after a new absence, Plazo reads its messages first, and then looks for deleted ones of both absences", async () => {
  const { client, asked } = slackThat({ C1: () => ({ messages: [{ ts: tsOf(1) }] }) });
  const { log } = await readBack(client, ["C1"], { stored: [tsOf(2), tsOf(3)] });
  // Two absences, and then two messages that are looked for.
  expect(asked).toEqual(["C1 200", "C1 200", "C1 100", "C1 100"]);
  expect(log.at(-1)).toContain("slack.caught-up");
});

const before = (minutes: number): string => `${now / 1000 - minutes * 60}.000000`;
/** A page of these messages, the newest first. */
const pageAmong =
  (messages: readonly { readonly ts: string }[]) =>
  (args: URLSearchParams): object => {
    const start = Number(args.get("cursor") ?? 0);
    const end = start + Number(args.get("limit"));
    const more = end < messages.length;
    return {
      messages: messages.slice(start, end),
      has_more: more,
      response_metadata: { next_cursor: more ? String(end) : "" },
    };
  };

test("new replies below ordinary messages are read, also of a channel that fails at first, and threads without any for a day are not", async () => {
  let failures = 0;
  const root = { ts: before(600), latest_reply: before(10) };
  const quiet = { ts: before(601), latest_reply: before(60 + 24 * 60 + 1) };
  const ofTicket = { ts: before(602), latest_reply: before(20) };
  const thread = (args: URLSearchParams): object => ({ messages: [{ ts: args.get("ts") }, { ts: before(10) }] });
  const { client, asked } = slackThat({
    C1: (args) => (args.has("ts") ? thread(args) : { messages: [root, quiet, ofTicket] }),
    C2: (args) => {
      if (args.has("ts")) return { messages: [root, { ts: before(5) }] };
      return (failures += 1) <= 6 ? new Response("", { status: 500 }) : { messages: [root] };
    },
  });
  const used = [{ channel: "slack:C1", thread: ofTicket.ts }] as const;
  const { taken } = await readBack(client, ["C1", "C2"], { used });
  expect(taken).toEqual([`C1 ${before(10)}`, `C1 ${before(10)}`, `C2 ${before(5)}`]);
  // C1 and its two threads; C2 six times in vain, once more, and its thread.
  expect(asked.filter((each) => each.startsWith("C1"))).toHaveLength(3);
  expect(asked.filter((each) => each.startsWith("C2"))).toHaveLength(8);
});

test("a 🎫 and an edit on a reply of the day before the absence are read, after all threads with new replies", async () => {
  const reply = { ts: before(100), reactions: [{ name: "ticket", users: ["U0CARLA"] }], edited: { ts: before(20) } };
  const quiet = { ts: before(600), latest_reply: before(100) };
  const root = { ts: before(601), latest_reply: before(10) };
  const thread = (args: URLSearchParams): object =>
    args.get("ts") === quiet.ts ? { messages: [quiet, reply] } : { messages: [root, { ts: before(10) }] };
  const { client, asked } = slackThat({
    C1: (args) => (args.has("ts") ? thread(args) : { messages: [root, quiet] }),
  });
  const { taken } = await readBack(client, ["C1"]);
  expect(taken).toEqual([`C1 ${before(10)}`, `C1 edited ${reply.ts}`, `C1 marked ${reply.ts}`]);
  expect(asked.filter((each) => each.startsWith("C1"))).toHaveLength(3);
});

test("only the 200 threads with the newest replies are read, and the log says how many are left", async () => {
  const roots = Array.from({ length: 203 }, (_, n) => ({ ts: before(600 + n), latest_reply: before(1 + n / 10) }));
  const { client, asked } = slackThat({
    C1: (args) => (args.has("ts") ? { messages: [] } : pageAmong(roots)(args)),
  });
  const { log } = await readBack(client, ["C1"]);
  // Two pages, and the threads.
  expect(asked.filter((each) => each.startsWith("C1"))).toHaveLength(202);
  expect(log).toContain('warn slack.catch-up-capped {"unread":3}');
});

test("a person's first direct message is found in Slack's list of direct conversations", async () => {
  const directs = Array.from({ length: 203 }, (_, n) => ({ id: `D${n}`, created: n }));
  const { client, asked } = slackThat({
    "users.conversations": (args) => {
      expect(args.get("types")).toBe("im");
      return args.has("cursor")
        ? { channels: directs.slice(100) }
        : { channels: directs.slice(0, 100), response_metadata: { next_cursor: "100" } };
    },
    D202: () => ({ messages: [{ ts: before(5) }] }),
  });
  const { log, taken } = await readBack(client, ["C1"], { directs: ["slack:D1"] });
  expect(taken).toEqual([`D202 ${before(5)}`]);
  // D1 is known. Of the others the newest are read.
  expect(asked.filter((each) => each.startsWith("D")).toSorted()).toEqual(
    directs.flatMap(({ id }) => (id === "D0" || id === "D2" ? [] : `${id} 200`)).toSorted(),
  );
  expect(log).toContain('info slack.catch-up-capped {"places":"direct conversations","most":200}');
});

test.each([
  ["refuses", () => Response.json({ ok: false, error: "missing_scope" })],
  ["fails", () => new Response("", { status: 500 })],
])("everything else is read although Slack %s to list the direct conversations", async (_, list) => {
  const { client } = slackThat({ "users.conversations": list, C1: () => ({ messages: [{ ts: before(5) }] }) });
  const { log, taken } = await readBack(client, ["C1"]);
  expect(taken).toEqual([`C1 ${before(5)}`]);
  expect(log.at(-1)).toBe('info slack.caught-up {"places":1}');
});

test("a 🎫 and an edit are found on a message of the day before with many newer ones, in a bounded number of calls", async () => {
  // One in three minutes: 20 are new, and 480 are of the day before.
  const messages = Array.from({ length: 1_000 }, (_, n) => ({
    ts: before(n * 3 + 1),
    ...(n === 450 || n === 520 ? { reactions: [{ name: "ticket", users: ["U0LUIS"] }] } : {}),
    ...(n === 430 ? { edited: { ts: before(2) } } : {}),
  }));
  const { client, asked } = slackThat({ C1: pageAmong(messages) });
  const { log, taken } = await readBack(client, ["C1"]);
  expect(taken.slice(0, 2)).toEqual([`C1 marked ${before(450 * 3 + 1)}`, `C1 edited ${before(430 * 3 + 1)}`]);
  // The new ones, oldest first.
  expect(taken.slice(2)).toEqual(Array.from({ length: 20 }, (_, n) => `C1 ${before((19 - n) * 3 + 1)}`));
  expect(asked.filter((each) => each.startsWith("C1"))).toHaveLength(3);
  expect(log.join()).not.toContain("capped");
});

test("the newest messages are passed on although Slack fails for older ones", async () => {
  const messages = Array.from({ length: 300 }, (_, n) => ({ ts: before(n / 10) }));
  const { client } = slackThat({
    C1: (args) => (args.has("cursor") ? new Response("", { status: 500 }) : pageAmong(messages)(args)),
  });
  const { log, taken, searched } = await readBack(client, ["C1", "C2"]);
  expect(taken).toContain(`C1 ${before(0)}`);
  expect(log).toContain('warn slack.catch-up-place-unread {"channel":"C1","thread":null}');
  // What was not read to its end proves no deletion.
  expect(searched.map(({ channel }) => channel)).not.toContain("slack:C1");
});
