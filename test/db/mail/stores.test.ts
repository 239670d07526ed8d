import { afterEach, beforeEach, expect, test } from "vitest";
import { mailKey } from "../../../src/db/mail/mail-key-store.ts";
import { forgetMailFailure, readMailFailure, recordReturnedMail } from "../../../src/db/mail/mail-failure-store.ts";
import { readMailThread, rememberMail } from "../../../src/db/mail/mail-thread-store.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const at = Date.UTC(2026, 0, 12);

test("two processes that ask for the key at once get the same one, and later ones too", async () => {
  const { db } = world.database;
  const [one, other] = await Promise.all([mailKey(db, at), mailKey(db, at)]);
  expect(one).toHaveLength(32);
  expect([other, await mailKey(db, at + 1)]).toEqual([one, one]);
  expect(new Set(one).size).toBeGreaterThan(1);
});

test("of what a contact mailed about a ticket, the first and the last id are known", async () => {
  const { db } = world.database;
  await world.opens();
  const about = { ticket: 1001, contact: "web:nuria" } as const;
  expect(await readMailThread(db, about.ticket, about.contact)).toBeNull();
  for (const id of ["<a@acme.example>", "<b@acme.example>", "<c@acme.example>"])
    await rememberMail(db, { ...about, messageId: id, at });
  expect(await readMailThread(db, about.ticket, about.contact)).toEqual({
    firstId: "<a@acme.example>",
    lastId: "<c@acme.example>",
  });
  expect(await readMailThread(db, about.ticket, "web:pau")).toBeNull();
});

test("mails that came back are counted, and a contact who gets no more mail stays so until the address works again", async () => {
  const { db } = world.database;
  await world.opens();
  const returned = (status: string, days: number, fails: boolean) =>
    recordReturnedMail(db, "web:nuria", { ticket: 1001, status, at: at + days, fails });
  await returned("5.2.2", 1, false);
  expect(await readMailFailure(db, "web:nuria")).toEqual({
    status: "5.2.2",
    lastAt: at + 1,
    mails: 1,
    failingSince: null,
  });
  await returned("5.1.1", 2, true);
  await returned("5.2.2", 3, false);
  expect(await readMailFailure(db, "web:nuria")).toEqual({
    status: "5.2.2",
    lastAt: at + 3,
    mails: 3,
    failingSince: at + 2,
  });
  expect(await readMailFailure(db, "web:pau")).toBeNull();
  expect([await forgetMailFailure(db, "web:nuria"), await forgetMailFailure(db, "web:nuria")]).toEqual([true, false]);
  expect(await readMailFailure(db, "web:nuria")).toBeNull();
});
