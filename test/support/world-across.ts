import { createDeskCache, type DeskCache } from "../../src/tickets/execute/desk-cache.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import type { ChatPort, Core, LinkTo } from "../../src/chat/port.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { platformOf } from "../../src/tickets/refs.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { readReminders } from "../../src/db/reminder-store.ts";
import { messagePage } from "../../src/db/messages/message-store.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import type { Messages } from "../../src/tickets/thread/thread-message.ts";
import type { Ticket } from "../../src/tickets/ticket.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { createSteps, type Steps } from "../../src/jobs/steps.ts";
import { connect, openDiscord } from "../adapters/discord/stage.ts";
import { keptLog, openSlack, type KeptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "./database/database.ts";
import { discordCast } from "./discord-cast.ts";
import type { FakeDiscord, FakeDiscordOptions, ShownMessage } from "./fake-discord/interface.ts";
import type { FakeSlack } from "./fake-slack/interface.ts";
import { monday, minutes } from "./given.ts";
import { nextOpening } from "./clocks/next-opening.ts";
import { createWorking, linksToPages, type Working } from "./pages/working.ts";
import { until } from "./until.ts";
import { stepsWithWork } from "./steps-with-work.ts";
import { silentMeter, webAddress } from "./world.ts";

/** One desk on a fake Slack and a fake Discord at once, with a clock to turn and loops to step. */
export interface WorldAcross extends Pick<Working, "whileWorking"> {
  readonly slack: FakeSlack;
  readonly discord: FakeDiscord;
  /** Platform name to the port of its adapter. */
  readonly ports: Map<string, ChatPort>;
  readonly steps: Steps;
  readonly desk: DeskCache;
  readonly database: DatabaseHandle;
  readonly log: KeptLog;
  /** Runs all work that is due now. */
  settle(): Promise<void>;
  /** Turns the clock forward by minutes, plus the seconds between direct messages on Discord. */
  pass(minutesToPass: number): Promise<void>;
  /** Turns the clock without running anything: the desk is down meanwhile. */
  sleepThrough(minutesToPass: number): void;
  /** Stops the Discord adapter, lets the time pass, and starts another. */
  discordAway(meanwhile: () => void): Promise<void>;
  /** The same for Slack. */
  slackAway(meanwhile: () => Promise<void>): Promise<void>;
  now(): number;
  ticket(number?: number): Promise<Ticket>;
  /** All messages in the threads of a ticket. */
  messages(number?: number): Promise<Messages>;
  /** The status of each reminder step, `50 sent`. */
  reminders(number?: number): Promise<readonly string[]>;
  /** The bot's only message in a channel of Discord. */
  onlyCard(channel: string): ShownMessage;
  /** The messages in the thread of a message on Discord. */
  thread(root: ShownMessage): readonly ShownMessage[];
  stop(): Promise<void>;
}

/** What a fake Slack needs for the people and channels of the sample desk. */
export const slackCast = {
  users: ["ANA", "LUIS", "MARTA", "TOM", "EVA", "CARLA", "OLIVER", "SAM"].map((name) => ({
    id: `U0${name}`,
    name: name.toLowerCase(),
  })),
  channels: ["TRIAGE", "TECH", "ACME", "NORTH", "RANDOM"].map((name) => ({
    id: `C0${name}`,
    name: name.toLowerCase(),
  })),
};

/** The time between two direct conversations that the bot opens. */
const pace = 3_000;

/** Starts a world on Monday at ten in Madrid. `document`: the desk is read from it instead, so that its changes count. */
export const startWorldAcross = async (
  desk: Desk,
  discordOptions: FakeDiscordOptions = {},
  document: object | null = null,
): Promise<WorldAcross> => {
  let now = monday;
  const clock = () => now;
  const database = await freshDatabase();
  await writeDesk(database.db, document ?? {}, now);
  const ports = new Map<string, ChatPort>();
  const log = keptLog();
  const deps: WorkDeps = {
    database,
    desk: createDeskCache(document === null ? () => desk : deskOf),
    ports,
    now: clock,
    log,
    metrics: silentMeter,
    ...linksToPages(database, clock, webAddress),
  };
  await deps.desk.read(database.db);
  const working = createWorking(() => settle());
  const steps = createSteps(deps, working.stored);

  // Discord gets no answer to a message, so the world checks whether one is still on its way to the inbox.
  const recording = new Set<Promise<void>>();
  const core: Core = {
    ...steps.core,
    accept: (...args) => {
      const accepted = steps.core.accept(...args);
      recording.add(accepted);
      return accepted.finally(() => recording.delete(accepted));
    },
  };
  const timesCaughtUp = (): number => log.lines.filter((line) => line.includes("discord.caught-up")).length;
  const linkTo: LinkTo = (ref) => ports.get(platformOf(ref.channel))?.linkTo?.(ref) ?? null;
  const onSlack = await openSlack("http", core, { now: clock, ...slackCast }, linkTo);
  // The library counts calls by the machine's clock, but this world's clock stands still between two steps.
  const connection = { linkTo, callsPerSecond: Number.POSITIVE_INFINITY };
  const onDiscord = await openDiscord(core, { now: clock, ...discordCast, ...discordOptions }, connection);
  const { slack } = onSlack;
  const { discord } = onDiscord;
  let { adapter } = onDiscord;
  ports.set("slack", onSlack.adapter.port);
  ports.set("discord", adapter.port);

  const quiet = async (): Promise<void> => {
    do {
      await Promise.all([slack.quiet(), discord.quiet(), ...recording]);
    } while (recording.size > 0);
  };
  const settle = async (): Promise<void> => {
    for (let done = 1; done > 0;) {
      await quiet();
      done = await stepsWithWork(steps);
      if (done > 0) continue;
      const opens = await nextOpening(database, steps, now);
      if (opens !== null) now = opens;
      done = opens === null ? 0 : 1;
    }
    await quiet();
  };
  return {
    slack,
    discord,
    ports,
    steps,
    desk: deps.desk,
    database,
    log,
    settle,
    whileWorking: working.whileWorking,
    now: clock,
    pass: async (count) => {
      now += count * minutes;
      await settle();
      for (let n = 0; n < 3; n++) {
        now += pace;
        await settle();
      }
    },
    sleepThrough: (count) => void (now += count * minutes),
    discordAway: async (meanwhile) => {
      await adapter.stop();
      meanwhile();
      const before = timesCaughtUp();
      adapter = await connect(discord, core, log, connection);
      ports.set("discord", adapter.port);
      await until("Discord was read back", () => timesCaughtUp() > before);
    },
    slackAway: async (meanwhile) => {
      ports.set("slack", (await onSlack.away(meanwhile)).port);
    },
    ticket: async (number = 1001) => {
      const ticket = await readTicket(database.db, number);
      if (ticket === null) throw new Error(`no ticket ${number}`);
      return ticket;
    },
    messages: async (number = 1001) => (await messagePage(database.db, number, 0, 10_000)).messages,
    reminders: async (number = 1001) =>
      (await readReminders(database.db, number)).map(({ step, status }) => `${step} ${status}`),
    onlyCard: (channel) => {
      const cards = discord.channel(channel).messages.filter(({ author }) => author === discord.botUser);
      const [card] = cards;
      if (card === undefined || cards.length !== 1) throw new Error(`${cards.length} cards instead of one`);
      return card;
    },
    thread: (root) => discord.thread(root.id)?.messages ?? [],
    stop: async () => {
      await quiet();
      await adapter.stop();
      await discord.stop();
      await onSlack.stop();
    },
  };
};
