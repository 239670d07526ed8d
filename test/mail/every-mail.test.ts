import { afterEach, beforeEach, expect, test } from "vitest";
import { asc, sql } from "../../src/db/schema/orm.ts";
import { mails } from "../../src/db/schema/received-mail-schema.ts";
import { corpus } from "../support/mail/corpus/index.ts";
import { mailDesk, startMailWorld, type MailWorld } from "../support/mail/mail-world.ts";

let given: MailWorld;
beforeEach(async () => {
  const { eva } = mailDesk.people;
  if (eva === undefined) throw new Error("no Eva");
  given = await startMailWorld({
    ...mailDesk,
    people: { ...mailDesk.people, eva: { ...eva, email: "eva@example.com" } },
  });
});
afterEach(() => given.stop());

test("of a hundred mails each is stored once and becomes what it is, and none is answered that must not be", async () => {
  const { world, area } = given;
  for (const [at, { raw }] of [...corpus, ...corpus.slice(0, 20)].entries()) {
    // More than sixty of one sender within an hour would wait.
    if (at % 50 === 49) await world.pass(61);
    await world.steps.core.acceptMail?.(Uint8Array.from(raw), {
      source: "http",
      receivedAt: world.now(),
      sentTo: [],
      size: raw.byteLength,
      isWhole: true,
    });
  }
  await world.settle();
  const rows = await world.database.db.select().from(mails).orderBy(asc(mails.id));
  const became = rows.map(({ became: what, why, state }) =>
    [what ?? state, why].filter((each) => each !== null).join(" "),
  );
  expect(corpus.length).toBeGreaterThanOrEqual(100);
  expect(rows).toHaveLength(corpus.length);
  expect(corpus.map(({ name }, at) => `${name}: ${became[at]}`)).toEqual(
    corpus.map(({ name, becomes }) => `${name}: ${becomes}`),
  );
  const tickets = await world.database.rows<{ number: number }>(sql`select number from tickets`);
  const opened = corpus.filter(({ becomes }) => becomes === "opens");
  expect(tickets).toHaveLength(opened.length);
  for (const [at, { name, text }] of corpus.entries()) {
    const number = rows[at]?.ticket;
    if (text === undefined) continue;
    if (number == null) expect.fail(name);
    expect(`${name}: ${(await world.ticket(number)).description}`).toBe(`${name}: ${text}`);
  }
  // Each receipt goes to the contact, with the subject on one line.
  expect(new Set(area.mails.map(({ to }) => to))).toEqual(new Set(["email:nuria@acme.example"]));
  expect(area.mails).toHaveLength(opened.length);
  for (const { mail } of area.mails) expect(mail?.subject).not.toMatch(/[\r\n]/);
});
