import { expectReadable } from "./database/json-columns.ts";
import { createDeskCache, type DeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { offerTicketsLeft, offerTicketsOfRemoved } from "../../src/tickets/execute/offer-tickets-of-removed.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { withdrawContacts } from "../../src/db/access/contact-store.ts";
import { sortsContacts } from "../../src/tickets/contact.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { readReminders } from "../../src/db/reminder-store.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { messagePage } from "../../src/db/messages/message-store.ts";
import type { Messages } from "../../src/tickets/thread/thread-message.ts";
import type { Ticket } from "../../src/tickets/ticket.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { createSteps, type Steps } from "../../src/jobs/steps.ts";
import { keptLog, openSlack, type KeptLog, type Mode } from "../adapters/slack/stage.ts";
import { freshDatabase } from "./database/database.ts";
import type { FakeChannel, FakeSlack, ShownMessage } from "./fake-slack/interface.ts";
import { monday, minutes } from "./given.ts";
import { nextOpening } from "./clocks/next-opening.ts";
import { createWorking, linksToPages, type Working } from "./pages/working.ts";
import { sampleDesk } from "./sample-desk.ts";
import { stepsWithWork } from "./steps-with-work.ts";

/** The whole desk on a fake Slack, with a clock to turn and loops to step. */
export interface World extends Pick<Working, "whileWorking"> {
  /** The app's address for the fake, in HTTP mode. */
  readonly url: string;
  readonly slack: FakeSlack;
  readonly steps: Steps;
  readonly desk: DeskCache;
  readonly database: DatabaseHandle;
  /** Platform name to port; tests may add others. */
  readonly ports: Map<string, ChatPort>;
  readonly log: KeptLog;
  /** The refusals and disclosures that metrics counted, `refused notAllowed`. */
  readonly counted: readonly string[];
  /** Messages that were set aside, as the operator sees them: `T-1001 customerMessage`. */
  readonly asides: readonly string[];
  /** Runs all work that is due now. */
  settle(): Promise<void>;
  /** Turns the clock forward by seconds and runs the work that comes due. */
  passSeconds(seconds: number): Promise<void>;
  /** Turns the clock forward by minutes and runs the work that comes due. */
  pass(minutesToPass: number): Promise<void>;
  /** Turns the clock without running anything: the desk is down meanwhile. */
  sleepThrough(minutesToPass: number): void;
  now(): number;
  ticket(number?: number): Promise<Ticket>;
  /** All messages in the threads of a ticket. */
  messages(number?: number): Promise<Messages>;
  /** The status of each reminder step, `50 sent`. */
  reminders(number?: number): Promise<readonly string[]>;
  /** The only triage card there is. */
  card(): ShownMessage;
  /** The only card in the technical team's channel. */
  techCard(): ShownMessage;
  /** The customer's card, the root of their thread. */
  conversation(channel?: string): ShownMessage;
  /** The messages in the thread of a message. */
  thread(root: ShownMessage): readonly ShownMessage[];
  /** Opens a ticket as Carla through the form, and runs the work that follows. */
  opens(values?: Readonly<Record<string, string>>): Promise<void>;
  /** Puts another desk in force, as applying a file does; returns how many tickets were offered. */
  applies(next: Desk): Promise<number>;
  /** Ends the story. All JSON that it stored must be readable, apart from rows that the story damaged. */
  stop(damaged?: readonly string[]): Promise<void>;
}

const users = ["ANA", "LUIS", "MARTA", "TOM", "EVA", "CARLA", "OLIVER", "SAM"].map((name) => ({
  id: `U0${name}`,
  name: name.toLowerCase(),
}));
const channels = ["TRIAGE", "TECH", "ACME", "NORTH", "RANDOM"].map((name) => ({
  id: `C0${name}`,
  name: name.toLowerCase(),
}));

/** The address under which people reach the web desk of a world. */
export const webAddress = "http://127.0.0.1:3000";

/** Starts a world on Monday at ten in Madrid. */
export const startWorld = async (
  mode: Mode = "http",
  first: Desk = sampleDesk,
  database?: DatabaseHandle,
): Promise<World> => startWorldWith({ mode, database, desk: first, document: null });

/** Starts a world whose desk is this document, so that changes of the document count. */
export const startWorldOn = (document: object): Promise<World> =>
  startWorldWith({ mode: "http", database: undefined, desk: sampleDesk, document });

const startWorldWith = async ({
  mode,
  database,
  desk: first,
  document,
}: {
  readonly mode: Mode;
  readonly database: DatabaseHandle | undefined;
  readonly desk: Desk;
  /** Null: `desk` is in force, whatever is stored. */
  readonly document: object | null;
}): Promise<World> => {
  let desk = first;
  let now = monday;
  const db = database ?? (await freshDatabase());
  await writeDesk(db.db, document ?? {}, now);
  const ports = new Map<string, ChatPort>();
  const log = keptLog();
  const counted: string[] = [];
  const asides: string[] = [];
  const deps: WorkDeps = {
    database: db,
    desk: createDeskCache(document === null ? (_, version) => ({ ...desk, version }) : deskOf),
    ports,
    now: () => now,
    log,
    onSetAside: ({ ticket, message }) => void asides.push(`T-${ticket} ${message}`),
    ...linksToPages(db, () => now, webAddress),
    mailAuthServer: "mx.example.com",
    metrics: {
      ...silentMeter,
      requestRefused: (why) => void counted.push(`refused ${why}`),
      disclosed: (what) => void counted.push(`disclosed ${what}`),
    },
  };
  await deps.desk.read(db.db);
  const working = createWorking(() => settle());
  const steps = createSteps(deps, working.stored);
  const stage = await openSlack(mode, steps.core, { now: () => now, users, channels });
  ports.set("slack", stage.adapter.port);
  const { slack } = stage;

  const settle = async (): Promise<void> => {
    for (let done = 1; done > 0;) {
      await slack.quiet();
      done = await stepsWithWork(steps);
      if (done > 0) continue;
      const opens = await nextOpening(db, steps, now);
      if (opens !== null) now = opens;
      done = opens === null ? 0 : 1;
    }
    await slack.quiet();
  };
  const roots = (channel: FakeChannel): readonly ShownMessage[] =>
    channel.messages.filter((message) => message.thread === null && message.user === slack.botUser);
  const only = (messages: readonly ShownMessage[]): ShownMessage => {
    const [message] = messages;
    if (message === undefined || messages.length !== 1) throw new Error(`${messages.length} cards instead of one`);
    return message;
  };
  return {
    url: stage.url,
    slack,
    steps,
    desk: deps.desk,
    database: db,
    ports,
    log,
    counted,
    asides,
    settle,
    whileWorking: working.whileWorking,
    pass: async (count) => {
      now += count * minutes;
      await settle();
    },
    passSeconds: async (seconds) => {
      now += seconds * 1_000;
      await settle();
    },
    sleepThrough: (count) => void (now += count * minutes),
    now: () => now,
    ticket: async (number = 1001) => {
      const ticket = await readTicket(db.db, number);
      if (ticket === null) throw new Error(`no ticket ${number}`);
      return ticket;
    },
    messages: async (number = 1001) => (await messagePage(db.db, number, 0, 10_000)).messages,
    reminders: async (number = 1001) =>
      (await readReminders(db.db, number)).map(({ step, status }) => `${step} ${status}`),
    card: () => only(roots(slack.channel("C0TRIAGE"))),
    techCard: () => only(roots(slack.channel("C0TECH"))),
    conversation: (channel = "C0ACME") => only(roots(slack.channel(channel))),
    thread: (root) => slack.channel(root.channel).messages.filter((message) => message.thread === root.ts),
    opens: async (values = {}) => {
      await slack.user("U0CARLA").types("C0ACME", "/ticket El vídeo no se ve");
      await slack
        .user("U0CARLA")
        .submits({ severity: "high", description: "No se reproduce nada desde las diez.", ...values });
      await settle();
    },
    applies: async (next) => {
      await withdrawContacts(db.db, sortsContacts(desk, next), now);
      desk = next;
      await writeDesk(db.db, {}, now);
      await offerTicketsOfRemoved(deps);
      const offered = await offerTicketsLeft(deps, now, (ticket, error) => {
        throw new Error(`T-${ticket} could not be offered`, { cause: error });
      });
      await settle();
      return offered;
    },
    stop: async (damaged = []) => {
      await stage.stop();
      await expectReadable(db, damaged);
      if (database === undefined) return;
      await database.close();
    },
  };
};

/** Measures nothing. */
export const silentMeter: WorkDeps["metrics"] = {
  inboundEventReceived: () => {},
  acknowledged: () => {},
  delivered: () => {},
  reminded: () => {},
  reminderLate: () => {},
  backlog: () => {},
  outboxPending: () => {},
  overloaded: () => {},
  inboxStored: () => {},
  inboxDone: () => {},
  inboxParked: () => {},
  manualSolved: () => {},
  mailTaken: () => {},
  mailRead: () => {},
  requestRefused: () => {},
  disclosed: () => {},
};
