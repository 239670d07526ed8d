import type { Instant } from "../../src/sla/instant.ts";
import { connect, type DatabaseSettings } from "../../src/db/connection/connect.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { encodeAction } from "../../src/chat/action.ts";
import { respond } from "../../src/inbox/respond.ts";
import { execute, type Request } from "../../src/tickets/execute/execute.ts";
import type { Ticket } from "../../src/tickets/ticket.ts";
import { promisingDesk } from "../support/sample-desk.ts";
import { cast, minutes, monday } from "../support/given.ts";
import { depsFor, quiet } from "./deps-for.ts";
import { figuresOf } from "./figures.ts";
import { limitedPort } from "./limited-port.ts";
import { addMessages, settleTables } from "./seed-tickets.ts";

/** What is measured on a ticket. */
export const actsOnTicket = [
  "an inbound message",
  "a reminder",
  "a press",
  "/ticket show",
  "an earlier page of it",
] as const;
export type ActOnTicket = (typeof actsOnTicket)[number];

/** The median time (ms) of each action on a ticket with this many messages. */
export interface LongTicket {
  readonly messages: number;
  readonly ms: Readonly<Record<ActOnTicket, number>>;
}

const rounds = 60;
const warmUps = 10;

/** A ticket in a conversation: each round is a customer's message, a reminder, a press and a reply. */
interface Talk {
  readonly number: number;
  now: Instant;
  written: number;
}

const granted = async (deps: WorkDeps, request: Omit<Request, "key">): Promise<Ticket> => {
  const outcome = await execute(deps, { key: null, ...request });
  if (!outcome.ok) throw new Error(`${request.command.type} was refused: ${outcome.refusal.reason}`);
  return outcome.ticket;
};

const nextMessage = (talk: Talk) => ({ channel: "slack:C0ACME", id: `${talk.number}.${(talk.written += 1)}` }) as const;

const hear = (deps: WorkDeps, talk: Talk): Promise<Ticket> => {
  const at = (talk.now += minutes);
  const words = { text: `Question ${talk.written}: it still stops after ten seconds.`, wroteAt: at } as const;
  const command = { type: "receiveMessage", by: cast.carla, at, ...words, message: nextMessage(talk) } as const;
  return granted(deps, { number: talk.number, command });
};

const reply = (deps: WorkDeps, talk: Talk): Promise<Ticket> => {
  const at = (talk.now += minutes);
  const message = nextMessage(talk);
  const written = { type: "reply", text: "We look at it.", alreadyPosted: true, message, files: [] } as const;
  const command = { ...written, by: cast.luis, at };
  return granted(deps, { number: talk.number, command });
};

/** The answer to `/ticket show` for an agent. */
const look = async (deps: WorkDeps, talk: Talk, page: string): Promise<void> => {
  const by = { user: cast.luis.user, name: cast.luis.name };
  const shared = {
    key: `look ${talk.number} ${talk.now} ${page}`,
    at: talk.now,
    by,
    channel: cast.luis.channel,
  } as const;
  const action = encodeAction("show", talk.number, page);
  const answer = await respond(deps, { ...shared, kind: "press", action });
  if (answer === null || !("card" in answer) || !/Question|Message/.test(JSON.stringify(answer.card)))
    throw new Error("the answer shows no message");
};

/** A ticket that was answered once, with `count` messages in all, each with its event, and as many other events. */
const begin = async (deps: WorkDeps, messages: number): Promise<Talk> => {
  const words = { title: "Video stops", description: "After ten seconds.", severity: "high" } as const;
  const command = { type: "open", by: cast.carla, at: monday, ...words, askedIn: "slack:C0ACME" } as const;
  const { number } = await granted(deps, { number: null, command });
  const talk = { number, now: monday, written: 0 };
  await hear(deps, talk);
  await reply(deps, talk);
  await addMessages(deps.database, number, messages - talk.written);
  return talk;
};

type Times = Readonly<Record<ActOnTicket, number[]>>;
const forEachAct = <T>(of: (act: ActOnTicket) => T): Readonly<Record<ActOnTicket, T>> =>
  Object.fromEntries(actsOnTicket.map((act) => [act, of(act)])) as Record<ActOnTicket, T>;
const noTimes = (): Times => forEachAct(() => []);

const timed = async <T>(times: number[], work: () => Promise<T>): Promise<T> => {
  const begun = performance.now();
  const done = await work();
  times.push(performance.now() - begun);
  return done;
};

/** One round on a ticket. Each act but the reply is measured. */
const round = async (deps: WorkDeps, talk: Talk, times: Times): Promise<void> => {
  const { number } = talk;
  const asked = await timed(times["an inbound message"], () => hear(deps, talk));
  const clock = asked.sla.clocks.findLast(({ kind, end }) => kind === "nextResponse" && end === null);
  if (clock === undefined) throw new Error("no clock counts the wait");
  const at = (talk.now = clock.target.due);
  const remind = { type: "remind", by: { kind: "clock" }, at, clock: clock.kind, cycle: clock.cycle } as const;
  await timed(times["a reminder"], () => granted(deps, { number, command: remind }));
  const person = asked.assignee === "luis" ? "marta" : "luis";
  const assign = { type: "assign", by: cast.luis, at, person } as const;
  await timed(times["a press"], () => granted(deps, { number, command: assign }));
  await timed(times["/ticket show"], () => look(deps, talk, "0"));
  await timed(times["an earlier page of it"], () => look(deps, talk, "1"));
  await reply(deps, talk);
};

/** What actions cost on tickets with few and with many messages. They are measured in turns, so that a slow moment slows all. */
export const longTickets = async (
  settings: DatabaseSettings,
  sizes: readonly number[],
): Promise<readonly LongTicket[]> => {
  const database = await connect(settings, quiet);
  let now = monday;
  const deps = await depsFor(database, promisingDesk, limitedPort(() => now).port, () => now);
  const talks: Talk[] = [];
  for (const size of sizes) talks.push(await begin(deps, size));
  await settleTables(database);
  const measured = talks.map(() => noTimes());
  for (let count = 0; count < warmUps + rounds; count += 1)
    for (const [index, talk] of talks.entries()) {
      now = talk.now;
      await round(deps, talk, (count < warmUps ? null : measured[index]) ?? noTimes());
    }
  await database.close();
  return measured.map((times, index) => ({
    messages: sizes[index] ?? 0,
    ms: forEachAct((act) => figuresOf(times[act]).p50),
  }));
};
