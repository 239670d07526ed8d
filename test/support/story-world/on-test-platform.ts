import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { withdrawContacts } from "../../../src/db/access/contact-store.ts";
import { sortsContacts } from "../../../src/tickets/contact.ts";
import { writeDesk } from "../../../src/db/desk-store.ts";
import { messagePage } from "../../../src/db/messages/message-store.ts";
import { readReminders } from "../../../src/db/reminder-store.ts";
import { readTicket } from "../../../src/db/ticket-store.ts";
import { createSteps } from "../../../src/jobs/steps.ts";
import type { WorkDeps } from "../../../src/jobs/deps.ts";
import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import { offerTicketsLeft, offerTicketsOfRemoved } from "../../../src/tickets/execute/offer-tickets-of-removed.ts";
import { keptLog } from "../../adapters/slack/stage.ts";
import { expectReadable } from "../database/json-columns.ts";
import { freshDatabase } from "../database/database.ts";
import { minutes, monday } from "../given.ts";
import { nextOpening } from "../clocks/next-opening.ts";
import { stepsWithWork } from "../steps-with-work.ts";
import { adapterFor, groups, openPeopledServer, people } from "../test-platform/open.ts";
import { actionsIn, readMessage, type MessageKey as ServerKey, type TestUser } from "../test-platform/people.ts";
import type { Fault, StoredMessage } from "../test-platform/interface.ts";
import { botId } from "../test-platform/server.ts";
import { silentMeter } from "../world.ts";
import type { Failure, MessageKey, Name, Spot, StoryMessage, StoryPerson, StoryWorld, Where } from "./story-world.ts";

const chats = { ...people, ...groups };
const names = Object.keys(people) as readonly Name[];
const places = Object.keys(groups) as readonly Where[];
/** The ids of the sample desk's people and channels on Slack, and here. */
const idHere: ReadonlyMap<string, number> = new Map([
  ...Object.entries(people).map(([name, id]) => [`U0${name.toUpperCase()}`, id] as const),
  ...Object.entries(groups).map(([name, id]) => [`C0${name.toUpperCase()}`, id] as const),
]);

/** The same desk with its people and channels here instead of on Slack. */
const movedHere = (desk: Desk): Desk =>
  JSON.parse(
    JSON.stringify(desk).replaceAll(/"slack:(\w+)"/g, (whole, id: string) => {
      const here = idHere.get(id);
      return here === undefined ? whole : `"testchat:${here}"`;
    }),
  ) as Desk;

const seen = (message: StoredMessage): StoryMessage => ({
  channel: String(message.chat),
  id: String(message.id),
  thread: message.thread === null ? null : String(message.thread),
  isBots: message.from === botId,
  text: readMessage(message),
  actions: actionsIn(message),
  edits: message.edits,
});
const keyOf = ({ channel, id }: MessageKey): ServerKey => ({ chat: Number(channel), id: Number(id) });

const nameOf = (chat: number): Name | Where | null =>
  names.find((name) => people[name] === chat) ?? places.find((where) => groups[where] === chat) ?? null;

const faults: Readonly<Record<Failure, Fault>> = {
  "token revoked": "TOKEN_INVALID",
  unavailable: "INTERNAL",
  gone: "CHAT_WRITE_FORBIDDEN",
  "breaks before": "breaks before",
  "breaks after": "breaks after",
};

const personFor = (user: TestUser, own: number): StoryPerson => {
  const chatOf = (where: Spot): number => (where === "direct" ? own : groups[where]);
  const writes: StoryPerson["writes"] = async (where, text, below, files) => {
    const { chat, id } = await user.writes(
      chatOf(where),
      text,
      below === undefined ? undefined : Number(below.id),
      files,
    );
    return { channel: String(chat), id: String(id) };
  };
  return {
    types: (where, line) => user.types(chatOf(where), line),
    writes,
    calls: (where, text, below) => writes(where, `@plazobot ${text}`, below),
    edits: (message, text) => user.edits(keyOf(message), text),
    deletes: (message) => user.deletes(keyOf(message)),
    picks: (message) => user.picks(keyOf(message)),
    presses: (message, label) => user.presses(message === "private" ? message : keyOf(message), label),
    forges: (where, action, values) => user.forges(groups[where], action, values),
    seesForm: user.seesForm,
    submits: user.submits,
    get privates() {
      return user.privates.map((message) => ({
        text: readMessage(message),
        actions: actionsIn(message),
        where: null,
      }));
    },
  };
};

/** A story's world on the test platform, which takes no socket and no library. */
export const onTestPlatform = async (first: Desk, own?: DatabaseHandle): Promise<StoryWorld> => {
  let desk = movedHere(first);
  let now = monday;
  const database = own ?? (await freshDatabase());
  await writeDesk(database.db, {}, now);
  const ports: StoryWorld["ports"] = new Map();
  const log = keptLog();
  const counted: string[] = [];
  const asides: string[] = [];
  const deps: WorkDeps = {
    database,
    desk: createDeskCache((_, version) => ({ ...desk, version })),
    ports,
    now: () => now,
    log,
    onSetAside: ({ ticket, message }) => void asides.push(`T-${ticket} ${message}`),
    metrics: {
      ...silentMeter,
      requestRefused: (why) => void counted.push(`refused ${why}`),
      disclosed: (what) => void counted.push(`disclosed ${what}`),
    },
  };
  await deps.desk.read(database.db);
  const steps = createSteps(deps, () => {});
  const server = openPeopledServer(() => now);
  const adapter = await adapterFor(server, { core: steps.core, log, now: () => now });
  ports.set(adapter.platform, adapter.port);
  await adapter.start();

  const settle = async (): Promise<void> => {
    for (let done = 1; done > 0;) {
      done = await stepsWithWork(steps);
      if (done > 0) continue;
      const opens = await nextOpening(database, steps, now);
      if (opens !== null) now = opens;
      done = opens === null ? 0 : 1;
    }
  };
  const turned = async (ms: number): Promise<void> => {
    now += ms;
    await settle();
  };
  const cards = (where: Where): readonly StoryMessage[] =>
    server
      .messages(groups[where])
      .map(seen)
      .filter(({ thread, isBots }) => isBots && thread === null);
  const onlyCard = (where: Where): StoryMessage => {
    const [card, ...more] = cards(where);
    if (card === undefined || more.length > 0) throw new Error(`${cards(where).length} cards instead of one`);
    return card;
  };
  const user = (name: Name): StoryPerson => personFor(server.user(people[name]), people[name]);
  return {
    steps,
    database,
    ports,
    log,
    counted,
    asides,
    get files() {
      return server.files.map(({ name, content, chat }) => ({ name, content, sharedIn: nameOf(chat) }));
    },
    settle,
    pass: (count) => turned(count * minutes),
    passSeconds: (seconds) => turned(seconds * 1_000),
    sleepThrough: (count) => void (now += count * minutes),
    now: () => now,
    ticket: async (number = 1001) => {
      const ticket = await readTicket(database.db, number);
      if (ticket === null) throw new Error(`no ticket ${number}`);
      return ticket;
    },
    messages: async (number = 1001) => (await messagePage(database.db, number, 0, 10_000)).messages,
    reminders: async (number = 1001) =>
      (await readReminders(database.db, number)).map(({ step, status }) => `${step} ${status}`),
    idOf: (name) => String(chats[name]),
    refOf: (name) => `testchat:${chats[name]}`,
    user,
    inDirect: (name) => server.messages(people[name]).map(seen),
    direct: (name) =>
      server
        .messages(people[name])
        .filter(({ answers }) => answers === null)
        .map(seen),
    channel: (where) => server.messages(groups[where]).map(seen),
    cards,
    card: () => onlyCard("triage"),
    techCard: () => onlyCard("tech"),
    conversation: () => onlyCard("acme"),
    thread: ({ channel, id }) =>
      server
        .messages(Number(channel))
        .filter(({ thread }) => thread === Number(id))
        .map(seen),
    mentioned: (where) =>
      server.pings
        .filter(({ chat }) => chat === groups[where])
        .map((ping) => names.find((name) => people[name] === ping.user) ?? String(ping.user)),
    opens: async (values = {}) => {
      await user("carla").types("acme", "/ticket El vídeo no se ve");
      await user("carla").submits({
        severity: "high",
        description: "No se reproduce nada desde las diez.",
        ...values,
      });
      await settle();
    },
    applies: async (next) => {
      await withdrawContacts(database.db, sortsContacts(desk, movedHere(next)), now);
      desk = movedHere(next);
      await writeDesk(database.db, {}, now);
      await offerTicketsOfRemoved(deps);
      const offered = await offerTicketsLeft(deps, now, (ticket, error) => {
        throw new Error(`T-${ticket} could not be offered`, { cause: error });
      });
      await settle();
      return offered;
    },
    deskHere: movedHere,
    vanishes: ({ channel, id }) => server.remove(Number(channel), Number(id)),
    leaves: (name) => server.block(people[name], "USER_DEACTIVATED"),
    shutsOut: (name) => server.block(people[name], "USER_IS_BLOCKED"),
    loses: (where) => server.removeBot(groups[where]),
    limits: (name, seconds) => server.flood(people[name], seconds),
    fails: (to, how, times) => server.fail(chats[to], faults[how], times),
    violations: () => server.violations.length,
    stop: async (damaged = []) => {
      await adapter.stop();
      server.close();
      await expectReadable(database, damaged);
      await own?.close();
    },
  };
};
