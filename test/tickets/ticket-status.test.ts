import { expect, expectTypeOf, test } from "vitest";
import { asOpen, asResolved, asWaiting } from "../../src/tickets/status-change.ts";
import type { OpenTicket, ResolvedTicket, Ticket, WaitingTicket } from "../../src/tickets/ticket.ts";
import { ticket } from "../cards/samples/sample.ts";

const at = Date.UTC(2026, 0, 5);
const escalated: OpenTicket = {
  ...ticket,
  escalation: { at, by: "Carla Núñez", why: null, breached: null, notified: null },
  callBack: { at, by: "Carla Núñez", number: "+34 600 000 009", time: null, notified: null },
};

test("a ticket has only the fields of its status", () => {
  // @ts-expect-error: an open ticket was not resolved
  const open: Ticket = { ...ticket, status: "open", resolvedAt: at };
  // @ts-expect-error: an open ticket does not wait for the customer
  const inactive: Ticket = { ...ticket, status: "open", inactivity: null };
  // @ts-expect-error: a resolved ticket was resolved at some time
  const resolved: Ticket = { ...ticket, status: "resolved" };
  // @ts-expect-error: a resolved ticket is not escalated
  const taken: Ticket = { ...asResolved(ticket, at), escalation: null };
  expect([open.status, inactive.status, resolved.status, taken.status]).toHaveLength(4);

  expectTypeOf<OpenTicket>().not.toHaveProperty("resolvedAt");
  expectTypeOf<WaitingTicket>().not.toHaveProperty("resolvedAt");
  expectTypeOf<OpenTicket>().not.toHaveProperty("inactivity");
  expectTypeOf<ResolvedTicket>().not.toHaveProperty("inactivity");
  expectTypeOf<ResolvedTicket>().not.toHaveProperty("escalation");
  expectTypeOf<ResolvedTicket>().not.toHaveProperty("callBack");
  expectTypeOf<Extract<Ticket, { status: "resolved" }>>().toEqualTypeOf<ResolvedTicket>();
});

test("a resolved ticket keeps no escalation, no requested call and no inactivity, even after it is reopened", () => {
  const resolved = asResolved(asWaiting(escalated, null), at);
  for (const key of ["escalation", "callBack", "inactivity"]) expect(Object.keys(resolved)).not.toContain(key);
  expect(resolved).toMatchObject({ status: "resolved", resolvedAt: at });
  expect(asOpen(resolved)).toEqual({ ...escalated, escalation: null, callBack: null });
});

test("an escalation and a requested call survive the wait for the customer", () => {
  const waiting = asWaiting(escalated, null);
  expect(waiting).toEqual({ ...escalated, status: "waiting", inactivity: null });
  expect(asOpen(waiting)).toEqual(escalated);
});
