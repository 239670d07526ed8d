import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { deskOf } from "../../../src/desk/desk-of.ts";
import { readDeskFile } from "../../../src/desk/read-desk-file.ts";
import { hour, minute, type Instant } from "../../../src/sla/instant.ts";
import { severities } from "../../../src/sla/severity.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { applyDesk } from "../../../src/tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../../src/tickets/execute/execute.ts";
import type { Actor, NewCommand } from "../../../src/tickets/messages.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import { wholeCommand, type GivenCommand } from "../../support/given.ts";
import { pastAccounts, pastAgents, pastDeskFile } from "./past-desk.ts";

/** Numbers from 0 to 1 that are the same in each run (Park and Miller). */
const chances = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const words = "The player stops after ten seconds on each device, and the log says that a segment was not found. ";

/**
 * Applies the desk of the past, and lives so many tickets under it in the week that begins at a moment: people write, staff
 * answer early or late, some tickets wait or get another severity, reminders come, and all are resolved. Returns their numbers.
 */
export const liveTickets = async (
  database: DatabaseHandle,
  week: Instant,
  count: number,
): Promise<readonly number[]> => {
  const applied = await applyDesk(database, (current) => readDeskFile(pastDeskFile(), current), week);
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults));
  const deps = { database, desk: createDeskCache(deskOf) };
  const chance = chances(20_261_201);
  const clock: Actor = { kind: "clock" };
  let messages = 0;

  const run = async (ticket: Ticket | null, command: NewCommand): Promise<Ticket | null> => {
    const done = await execute(deps, { key: null, number: ticket?.number ?? null, command });
    return done.ok ? done.ticket : ticket;
  };
  const give = (ticket: Ticket | null, by: Actor, what: GivenCommand, at: Instant): Promise<Ticket | null> =>
    run(ticket, { ...wholeCommand(what, ticket), by, at });
  /** The reminders that come before a moment. */
  const remindedUntil = async (before: Ticket | null, until: Instant): Promise<Ticket | null> => {
    let ticket = before;
    for (;;) {
      const [next] = ticket === null ? [] : plan(ticket);
      if (next === undefined || next.at >= until) return ticket;
      ticket = await give(ticket, clock, { type: "remind", clock: next.clock, cycle: next.cycle }, next.at);
    }
  };

  const numbers: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const account = n % pastAccounts;
    const channel = `slack:C0A${account}` as const;
    const customer: Actor = { kind: "person", user: `slack:U0A${account}`, name: `Customer ${account}`, channel };
    const agentKey = Math.floor(chance() * pastAgents);
    const agent: Actor = {
      kind: "person",
      user: `slack:U0S${agentKey}`,
      name: `Agent ${agentKey}`,
      channel: "slack:C0TRIAGE",
    };
    const severity = severities[Math.floor(chance() * 4)] ?? "high";
    let at = week + Math.floor(chance() * 6 * 24 * hour);
    const description = words.repeat(3);
    const opening = { type: "open", title: `Ticket ${n}`, description, severity, askedIn: channel } as const;
    let ticket = await run(null, { ...opening, by: customer, at });
    const later = async (by: Actor, what: GivenCommand, minutes: number): Promise<void> => {
      at += Math.ceil(minutes * minute);
      ticket = await remindedUntil(ticket, at);
      ticket = await give(ticket, by, what, at);
    };
    const asks = (minutes: number) => {
      messages += 1;
      const message = { channel, id: `past.${messages}` } as const;
      return later(
        customer,
        { type: "receiveMessage", text: words, wroteAt: at + Math.ceil(minutes * minute), message },
        minutes,
      );
    };
    const answers = (minutes: number) => later(agent, { type: "reply", text: words, alreadyPosted: true }, minutes);
    await later(agent, { type: "claim" }, chance() * 30);
    if (chance() < 0.3)
      await later(
        agent,
        { type: "setSeverity", severity: severities[Math.floor(chance() * 4)] ?? "low", reason: "" },
        2,
      );
    await answers(chance() * 90);
    for (let turn = Math.floor(chance() * 3); turn > 0; turn -= 1) {
      await asks(chance() * 120);
      await answers(chance() ** 2 * 240);
    }
    if (chance() < 0.2) {
      await later(agent, { type: "wait" }, 5);
      await asks(chance() * 600);
      await answers(chance() * 60);
    }
    await later(agent, { type: "resolve" }, chance() * 240);
    if (ticket === null) throw new Error("no ticket was opened");
    numbers.push(ticket.number);
  }
  return numbers;
};
