import { createDiscord } from "../../../adapters/discord/index.ts";
import { setTimeout as wait } from "node:timers/promises";
import type { Delivery } from "../../../src/chat/delivery.ts";
import type { Adapter, Core, LinkTo, Log } from "../../../src/chat/port.ts";
import { idOf, type ChannelRef } from "../../../src/tickets/refs.ts";
import { startFakeDiscord } from "../../support/fake-discord/index.ts";
import type { FakeDiscord, FakeDiscordOptions } from "../../support/fake-discord/interface.ts";
import type { SeenForm, Stage } from "../stage.ts";

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

/** The real adapter, with the real discord.js, on a fake Discord over real sockets. */
export interface DiscordStage {
  readonly discord: FakeDiscord;
  readonly adapter: Adapter;
  readonly log: KeptLog;
  stop(): Promise<void>;
}

/** How an adapter is connected. */
export interface Connection {
  readonly linkTo?: LinkTo;
  /** How many calls the bot may make in one second of the machine's clock; 50 by default, as on Discord. */
  readonly callsPerSecond?: number;
}

/** Connects an adapter to a fake that runs already, as after a restart. */
export const connect = async (
  discord: FakeDiscord,
  core: Core,
  log: Log,
  { linkTo, ...limit }: Connection = {},
): Promise<Adapter> => {
  const settings = { token: discord.token, apiUrl: discord.apiUrl, ...limit };
  const adapter = createDiscord(settings, { core, log, now: discord.now, ...(linkTo === undefined ? {} : { linkTo }) });
  await adapter.start();
  await discord.quiet();
  return adapter;
};

/** Opens a stage. */
export const openDiscord = async (
  core: Core,
  options: FakeDiscordOptions = {},
  connection: Connection = {},
): Promise<DiscordStage> => {
  const discord = await startFakeDiscord(options);
  const log = keptLog();
  const adapter = await connect(discord, core, log, connection);
  return {
    discord,
    adapter,
    log,
    stop: async () => {
      await discord.quiet();
      await adapter.stop();
      await discord.stop();
      const leak = log.lines.find((line) => line.includes(discord.token) || line.includes("token-"));
      if (leak !== undefined) throw new Error(`a secret was logged: ${leak}`);
    },
  };
};

const acme = "310000000000000002";

/** A bare `/ticket` does not exist on Discord, and what follows it is an option. */
const lineOf = (command: string): string => (command === "/ticket" ? "/ticket new" : command);

/** The stage as the contract of all adapters needs it. */
export const contractStage = async (core: Core): Promise<Stage> => {
  // The contract sends direct messages to several people in a row; on Discord three seconds lie between new conversations.
  let ahead = 0;
  const { discord, adapter, stop } = await openDiscord(core, { now: () => Date.now() + ahead });
  const { port } = adapter;
  const person = (ref: string) => discord.user(idOf(ref as ChannelRef));
  const formOf = (ref: string): SeenForm | null => {
    const form = person(ref).seesForm();
    const wrong = Object.entries(form?.hints ?? {}).filter(([, hint]) => hint.startsWith("⚠️ "));
    return form === null
      ? null
      : { ...form, errors: Object.fromEntries(wrong.map(([name, hint]) => [name, hint.replace("⚠️ ", "")])) };
  };
  /** A person who reads that a field was wrong opens the form again. */
  const comeBack = async (ref: string): Promise<void> => {
    await discord.quiet();
    if (formOf(ref) === null && person(ref).privates.at(-1)?.text.includes("[Try again]") === true)
      await person(ref).presses("private", "Try again");
  };
  /** Discord takes fifty calls a second, and the contract makes more: like the desk, it waits as long as Discord says. */
  const patient = async (call: () => Promise<Delivery>): Promise<Delivery> => {
    for (;;) {
      const delivery = await call();
      if (delivery.ok || delivery.failure.kind !== "waitUntil") return delivery;
      await wait(Math.max(1, delivery.failure.until - discord.now()));
    }
  };
  return {
    adapter: {
      ...adapter,
      port: {
        post: (...args) => patient(() => port.post(...args)),
        edit: (...args) => patient(() => port.edit(...args)),
        tell: (...args) => {
          ahead += 3_000;
          return patient(() => port.tell(...args));
        },
      },
    },
    now: discord.now,
    channel: `discord:${acme}`,
    user: "discord:210000000000000004",
    nowhere: "discord:310000000000000999",
    nobody: "discord:210000000000000999",
    messages: async (channel) => {
      await discord.quiet();
      const roots = discord.channel(idOf(channel)).messages;
      return roots.flatMap((root) => [
        { ref: { channel, id: root.id, ...(root.answers === null ? {} : { thread: root.answers }) }, text: root.text },
        ...(discord.thread(root.id)?.messages ?? []).map(({ id, text }) => ({
          ref: { channel, id, thread: root.id },
          text,
        })),
      ]);
    },
    notified: async () => {
      const notified: Record<string, number> = {};
      for (const { user } of discord.pings) notified[`discord:${user}`] = (notified[`discord:${user}`] ?? 0) + 1;
      return notified;
    },
    private: async (user) => {
      await discord.quiet();
      const direct = discord.dm(idOf(user)).messages.filter(({ author }) => author === discord.botUser);
      return [...direct, ...person(user).privates]
        .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
        .map(({ text }) => text);
    },
    form: async (user) => {
      await comeBack(user);
      return formOf(user);
    },
    types: (user, channel, command) => person(user).types(idOf(channel), lineOf(command)),
    writes: async (user, channel, text, thread) => void person(user).writes(thread ?? idOf(channel), text),
    words: (typed) => typed.replaceAll("```fence```", "fence").replaceAll(/(?<![\w~])([*_`])(\w+)\1(?!\w)/g, "$2"),
    presses: (user, { channel, id, thread }, label) =>
      person(user).presses({ channel: thread ?? idOf(channel), id }, label),
    submits: async (user, values) => {
      await comeBack(user);
      await person(user).submits(values);
    },
    redeliver: async () => {
      discord.deliverAgain();
      await discord.quiet();
    },
    stop: async () => {
      await stop();
      // The adapter sends a refused card as plain text, so the test must look at the refusals.
      if (discord.refusals.length > 0) throw new Error(`Discord refused: ${discord.refusals[0]}`);
    },
  };
};
