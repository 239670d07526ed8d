import { afterAll, expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { addContact, readContact, readContacts, setContactRight } from "../../src/db/access/contact-store.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { signInLinks } from "../../src/db/schema/access-schema.ts";
import { isNull, sql } from "../../src/db/schema/orm.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { manageAccess } from "../../src/inbox/answers/manage-access.ts";
import type { AccessRequest } from "../../src/requests/intent.ts";
import { requestContextOf } from "../../src/requests/request-context.ts";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import type { UserRef } from "../../src/tickets/refs.ts";
import { makeInvitation } from "../../src/web/access/sessions.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { monday } from "../support/given.ts";

const fileWith = (ana: string): string => `desk: D
locale: en
calendars: { always: { open: always } }
plans: { q: { calendar: always, targets: { critical: { firstResponse: PT1H } } } }
channels: { triage: "slack:C0TRIAGE" }
people:
  eva: { name: Eva Sanz, roles: [admin, head, manager], slack: U0EVA }
${ana}
accounts:
  acme: { name: Acme TV, plan: q, manager: ${ana === "" ? "eva" : "ana"} }
`;
const withAna = fileWith("  ana: { name: Ana Ruiz, roles: [manager, agent], slack: U0ANA }");

const url = await freshPostgres();
const [database, holder] = [openPostgres(url), openPostgres(url)];
afterAll(async () => void (await Promise.all([database.close(), holder.close()])));

test("a request that waits until the rights of its author ended changes no access", async () => {
  const { db } = database;
  const apply = (text: string) =>
    applyDesk(database, (current, former) => readDeskFile(text, current, { former }), monday);
  await apply(withAna);
  const desk = createDeskCache(deskOf);
  const deps = {
    database,
    desk,
    ports: new Map(),
    now: () => monday,
    invitation: async (tx: typeof db, contact: UserRef, invitedBy: UserRef) => {
      const { path, until } = await makeInvitation(tx, contact, { invitedBy, at: monday });
      return { url: path, until };
    },
  };
  const contact = (name: string, addedBy: UserRef) =>
    addContact(db, {
      user: `web:${name}`,
      account: "acme",
      knownAs: `email:${name}@acme.example`,
      name,
      how: "invited",
      addedBy,
      addedAt: monday,
      seesAll: true,
    });
  for (const name of ["nuria", "sam"]) await contact(name, "slack:U0EVA");
  await contact("pep", "slack:U0ANA");
  await makeInvitation(db, "web:pep", { invitedBy: "slack:U0ANA", at: monday });
  await setContactRight(db, "web:nuria", { right: "managesAccess", given: true, by: "slack:U0EVA", at: monday });
  // All of them may still do it when Plazo takes their request.
  const before = await desk.read(db);
  const asks = (user: UserRef, request: AccessRequest) => {
    const event = {
      kind: "press",
      key: "k",
      at: monday,
      by: { user, name: user },
      channel: "slack:C0TRIAGE",
      action: "",
    };
    const inboundEvent = event as InboundEvent;
    return manageAccess(deps, inboundEvent, request, requestContextOf(inboundEvent, before));
  };
  const invites = (name: string): AccessRequest => {
    const knownAs = `email:${name}@acme.example` as const;
    return { asks: "invite", account: "acme", knownAs, name, seesAll: true };
  };

  const gate = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = holder.db.transaction(async (tx) => {
    await tx.execute(sql`lock table contacts in exclusive mode`);
    locked.resolve();
    await gate.promise;
  });
  await locked.promise;
  const waiting = sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  const begun: Promise<unknown>[] = [];
  for (const begin of [
    () => asks("slack:U0EVA", invites("pep")),
    () => apply(fileWith("")),
    () => asks("slack:U0EVA", { asks: "withdraw", user: "web:nuria" }),
    () => asks("slack:U0ANA", invites("pat")),
    () => asks("slack:U0ANA", { asks: "withdraw", user: "web:sam" }),
    () => asks("slack:U0ANA", { asks: "setRight", user: "web:sam", right: "managesAccess", given: true }),
    () => asks("web:nuria", invites("pau")),
    () => asks("web:nuria", { asks: "setRight", user: "web:sam", right: "seesAll", given: false }),
  ]) {
    begun.push(begin());
    await expect
      .poll(async () => (await holder.rows<{ n: number }>(waiting))[0]?.n, { timeout: 20_000 })
      .toBe(begun.length);
  }
  gate.resolve();
  await Promise.all([holding, ...begun]);

  const sam = { withdrawnAt: null, managesAccess: false, seesAll: true };
  expect(await readContact(db, "web:sam")).toMatchObject(sam);
  const access = (await readContacts(db)).map(({ name, addedBy, withdrawnAt }) => `${name} ${addedBy} ${withdrawnAt}`);
  expect(access.toSorted()).toEqual([`nuria slack:U0EVA ${monday}`, "pep slack:U0EVA null", "sam slack:U0EVA null"]);
  const links = await db
    .select({ person: signInLinks.person, by: signInLinks.invitedBy })
    .from(signInLinks)
    .where(isNull(signInLinks.endedAt));
  expect(links).toEqual([{ person: "web:pep", by: "slack:U0EVA" }]);
});
