import { serve } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { createSlack } from "../../../adapters/slack/index.ts";
import type { Adapter, Core, LinkTo, Log } from "../../../src/chat/port.ts";
import { idOf, type ChannelRef } from "../../../src/tickets/refs.ts";
import { startFakeSlack } from "../../support/fake-slack/index.ts";
import type { FakeSlack, FakeSlackOptions } from "../../support/fake-slack/interface.ts";
import type { Stage } from "../stage.ts";

/** A log that keeps its lines for the test. */
export interface KeptLog extends Log {
  readonly lines: string[];
}

/** Keeps what is logged. */
export const keptLog = (): KeptLog => {
  const lines: string[] = [];
  const keep = (level: string) => (facts: object, event: string) =>
    void lines.push(`${level} ${event} ${JSON.stringify(facts)}`);
  return { lines, debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") };
};

export type Mode = "http" | "socket";

/** The real adapter, with the real Bolt, on a fake Slack over real sockets. */
export interface SlackStage {
  readonly slack: FakeSlack;
  readonly adapter: Adapter;
  readonly log: KeptLog;
  /** The reasons of refused requests, one entry each. */
  readonly refused: readonly string[];
  /** Where the fake posts to, in HTTP mode. */
  readonly url: string;
  /** Stops the adapter, calls `act`, and starts another. Returns that one when it has read back what it missed. */
  away(act: () => Promise<void>): Promise<Adapter>;
  stop(): Promise<void>;
}

/** Opens a stage in one of Slack's two modes. */
export const openSlack = async (
  mode: Mode,
  core: Core,
  options: FakeSlackOptions = {},
  linkTo?: LinkTo,
): Promise<SlackStage> => {
  const slack = await startFakeSlack(options);
  const log = keptLog();
  const refused: string[] = [];
  let caughtUp = (): void => {};
  const watched: Log = {
    ...log,
    info: (facts, event) => {
      log.info(facts, event);
      if (event === "slack.caught-up") caughtUp();
    },
  };
  const settings = {
    botToken: slack.botToken,
    appToken: mode === "socket" ? slack.appToken : null,
    signingSecret: mode === "http" ? slack.signingSecret : null,
    apiUrl: slack.apiUrl,
  };
  const create = (): Adapter =>
    createSlack(settings, {
      core,
      log: watched,
      now: slack.now,
      ...(linkTo === undefined ? {} : { linkTo }),
      refused: (why) => void refused.push(why),
    });
  const adapter = create();
  let current = adapter;
  const start = async (): Promise<void> => {
    const readBack = new Promise<void>((done) => (caughtUp = done));
    await current.start();
    await readBack;
  };
  const { http } = adapter;
  const handle = (request: Request) => current.http?.handle(request, null) ?? new Response(null, { status: 503 });
  const server = http === undefined ? null : serve({ fetch: handle, port: 0, hostname: "127.0.0.1" });
  if (server !== null && !server.listening) await new Promise((resolve) => server.once("listening", resolve));
  const url = server === null ? "" : `http://127.0.0.1:${(server.address() as AddressInfo).port}${http?.path ?? ""}`;
  await start();
  slack.deliverTo(mode === "socket" ? "socket" : url);
  return {
    slack,
    adapter,
    log,
    refused,
    url,
    away: async (act) => {
      await current.stop();
      await act();
      current = create();
      await start();
      return current;
    },
    stop: async () => {
      await slack.quiet();
      await current.stop();
      await slack.stop();
      if (server !== null) await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** The stage as the contract of all adapters needs it. */
export const contractStage = async (mode: Mode, core: Core): Promise<Stage> => {
  const { slack, adapter, stop } = await openSlack(mode, core);
  const person = (ref: string) => slack.user(idOf(ref as ChannelRef));
  return {
    adapter,
    now: slack.now,
    channel: "slack:C0ACME",
    user: "slack:U0CARLA",
    nowhere: "slack:C0NOWHERE",
    nobody: "slack:U0NOBODY",
    messages: async (channel) =>
      slack.channel(idOf(channel)).messages.map(({ ts, thread, text }) => ({
        ref: { channel, id: ts, ...(thread === null ? {} : { thread }) },
        text,
      })),
    notified: async () => {
      const notified: Record<string, number> = {};
      for (const { user } of slack.pings) notified[`slack:${user}`] = (notified[`slack:${user}`] ?? 0) + 1;
      return notified;
    },
    private: async (user) => {
      const form = person(user).seesForm();
      return [...person(user).privates.map(({ text }) => text), ...(form === null ? [] : [form.text])];
    },
    form: async (user) => person(user).seesForm(),
    types: (user, channel, command) => person(user).types(idOf(channel), command),
    writes: async (user, channel, text, thread) => void (await person(user).writes(idOf(channel), text, { thread })),
    presses: (user, { channel, id }, label) => person(user).presses({ channel: idOf(channel), ts: id }, label),
    submits: (user, values) => person(user).submits(values),
    redeliver: async () => void (await slack.deliverAgain()),
    stop,
  };
};
