import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../../src/db/schema/orm.ts";
import { writeOutcomes } from "../../../src/db/outcomes/outcome-store.ts";
import { outcomesToDerive } from "../../../src/db/schema/outcome-schema.ts";
import { attention } from "../../../src/http/attention.ts";
import { sayIn } from "../../../src/i18n/say.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { startWorld, type World } from "../../support/world.ts";
import type { Browser } from "../../support/web-desk.ts";

let world: World;
let area: ClientArea;
let [ana, marta, nuria, olga]: readonly Browser[] = [];
const browser = (found: Browser | undefined): Browser => {
  if (found === undefined) throw new Error("no browser");
  return found;
};

const hour = 3_600_000;
const from = Date.parse("2025-10-01T00:00:00+02:00");

beforeAll(async () => {
  world = await startWorld("http", promisingDesk);
  area = openClientArea(world);
  await world.opens();
  const late = (cycle: number, account: string) => ({
    ticket: 1001,
    clock: "firstResponse" as const,
    cycle,
    outcome: {
      ticket: 1001,
      clock: "firstResponse" as const,
      cycle,
      kind: "problem" as const,
      account,
      area: null,
      plan: "premium",
      manager: "ana",
      severity: "high" as const,
      intake: "slack",
      assignee: null,
      startedAt: from + hour,
      dueAt: from + 2 * hour,
      endedAt: from + 3 * hour,
      outcome: "breached" as const,
      target: hour,
      used: 2 * hour,
      waited: 0,
      cause: "unassigned" as const,
    },
  });
  await world.database.db.transaction((tx) =>
    writeOutcomes(tx, [late(7, "acme"), late(8, "acme"), late(9, "northwind")]),
  );
  ana = await area.web.signedIn("slack:U0ANA");
  marta = await area.web.signedIn("slack:U0MARTA");
  nuria = await area.invited("nuria@acme.example");
  olga = await area.invited("olga@north.example", "U0EVA", "C0NORTH");
});
afterAll(() => world.stop());

const visible = (page: string): string =>
  page
    .replaceAll(/<(?:svg|title)[\s\S]*?<\/(?:svg|title)>/g, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
const pathOf = (response: Response): string => response.headers.get("location")?.split("?")[0] ?? "";

let path = "";

test("an account manager makes a draft, and errors are told beside what was typed", async () => {
  const page = await browser(ana).page("/desk/statements");
  expect(visible(page)).toContain("There is no statement yet.");
  const wrong = await browser(ana).press(page, "Make a draft", { account: "acme", period: "<b>soon" });
  expect(await wrong.text()).toContain("&lt;b&gt;soon");
  const other = await browser(ana).press(page, "Make a draft", { account: "nothing", period: "2025-10" });
  expect(visible(await other.text())).toContain("Please choose an account");
  const made = await browser(ana).press(page, "Make a draft", { account: "acme", period: "2025-10" });
  path = pathOf(made);
  expect(path).toMatch(/^\/desk\/statements\/\d+$/);
  const draft = await browser(ana).page(path);
  expect(visible(draft)).toMatch(/Acme TV, 1\s–\s31 October 2025/);
  expect(draft).toContain("sentence-1001-firstResponse-7");
  expect(draft).not.toContain("sentence-1001-firstResponse-9");
  expect(draft).not.toContain(" style=");
});

test("sending is refused without all sentences, asks once, and sends once", async () => {
  const draft = await browser(ana).page(path);
  const early = await (await browser(ana).press(draft, "Yes, send it")).text();
  expect(visible(early)).toContain("2 missed targets have no sentence yet");
  const long = {
    "sentence-1001-firstResponse-7": "x".repeat(501),
    "sentence-1001-firstResponse-8": "  Se cayó\n la línea. ",
  };
  const tooLong = await (await browser(ana).press(draft, "Save the sentences", long)).text();
  expect(visible(tooLong)).toContain("A sentence is too long: at most 500 characters.");
  expect(tooLong).toContain("x".repeat(501));
  expect(tooLong).toContain("Se cayó la línea.");
  await browser(ana).press(draft, "Save the sentences", { "sentence-1001-firstResponse-7": "Ya no ocurre." });
  // The page before the sentences were saved shows other ones.
  expect(visible(await (await browser(ana).press(draft, "Yes, send it")).text())).toContain(
    "changed since you saw them",
  );
  const ready = await browser(ana).page(path);
  await world.database.db.insert(outcomesToDerive).values({ last: 0, through: 2_000 });
  expect(visible(await (await browser(ana).press(ready, "Yes, send it")).text())).toContain(
    sayIn("en")("statement.refused.deriving"),
  );
  await world.database.db.delete(outcomesToDerive);
  expect((await browser(ana).press(ready, "Yes, send it")).headers.get("location")).toBe(`${path}?did=sent`);
  expect(visible(await (await browser(ana).press(ready, "Yes, send it")).text())).toContain("It was sent already.");
  const sent = await browser(ana).page(path);
  expect(sent).toMatch(/SHA-256 of what was sent: [0-9a-f]{64}/);
  expect(sent).not.toContain("sentence-1001");
});

test("contacts who may read it are told once, with a link, and others are not told", async () => {
  const shown = async (): Promise<string> => visible(await browser(ana).page(path));
  expect(await shown()).toMatch(/Still to be told: nuria/i);
  area.failure = { ok: false, failure: { kind: "recipientGone", why: "EENVELOPE 550 5.1.1" } };
  expect(await world.steps.sendStatementNotices()).toBe(1);
  area.failure = null;
  expect(await shown()).toMatch(/Not told: nuria.*5\.1\.1/i);
  expect(await attention(world.database, world.now())).toEqual([
    "1 contact was not notified of a statement: its page on the web desk says whom",
  ]);
  expect(await browser(marta).page(path)).not.toContain("tell-again");
  await browser(ana).press(await browser(ana).page(path), "Try again to tell them");
  expect(await world.steps.sendStatementNotices()).toBe(1);
  expect(await world.steps.sendStatementNotices()).toBe(0);
  const rows = await world.database.rows<{ readonly told: number; readonly card: string }>(
    sql`select (select count(*)::int from statement_notices where settled_at is not null and why is null) as told,
      (select card::text from area_messages where card::text like '%/area/statements/%') as card`,
  );
  expect(rows[0]?.told).toBe(1);
  expect(rows[0]?.card).toContain(path.replace("/desk/", "/area/"));
  expect(rows[0]?.card).toContain("informe de servicio");
  expect(area.mails.filter(({ card }) => JSON.stringify(card).includes("/area/statements/"))).toHaveLength(1);
  expect(await shown()).toMatch(/Told: nuria/i);
  expect(await attention(world.database, world.now())).toEqual([]);
});

test("only people who look after the account write and send, and all staff read", async () => {
  const page = await browser(marta).page(path);
  expect(visible(page)).toContain("Ya no ocurre.");
  const draft = pathOf(await browser(ana).press(await browser(ana).page(path), "Make a correction"));
  const forMarta = await browser(marta).page(draft);
  expect(forMarta).not.toContain("/send");
  const token = /name="token" value="([^"]+)"/.exec(forMarta)?.[1] ?? "";
  for (const act of ["sentences", "send", "correct"])
    expect(
      (await browser(marta).post(`${draft}/${act}`, { token, "sentence-1001-firstResponse-7": "Hers." })).status,
    ).toBe(404);
  expect(visible(await browser(ana).page(draft))).toContain("Ya no ocurre.");
  expect((await browser(ana).post(`${draft}/send`, { mark: "x" })).status).toBe(403);
  for (const wrong of ["/desk/statements/99", "/desk/statements/x", "/desk/statements/99/file.pdf"])
    expect((await browser(ana).get(wrong)).status).toBe(404);
});

test("the customer reads what was sent to their account, also as a PDF, and others get 404", async () => {
  const id = path.split("/").at(-1) ?? "";
  const own = `/area/statements/${id}`;
  const list = await browser(nuria).page("/area/statements");
  expect(list.match(/href="\/area\/statements\/\d+"/g)).toEqual([`href="${own}"`]);
  const text = visible(await browser(nuria).page(own));
  expect(text).toContain("Se cayó la línea.");
  for (const inside of ["For you only", "asignado", "SHA-256"]) expect(text).not.toContain(inside);
  const pdf = await browser(nuria).get(`${own}/file.pdf`);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(pdf.headers.get("content-disposition")).toContain("statement-acme-2025-10-01-v1.pdf");
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  const file = await browser(nuria).get(`${own}/file.html`);
  expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(visible(await browser(olga).page("/area/statements"))).toContain("has sent no statement yet");
  const correction = `/area/statements/${Number(id) + 1}`;
  for (const [guest, at] of [
    [olga, own],
    [olga, `${own}/file.pdf`],
    [olga, `${own}/file.html`],
    [nuria, correction],
    [nuria, `${correction}/file.pdf`],
    [nuria, "/area/statements/x"],
  ] as const)
    expect((await browser(guest).get(at)).status).toBe(404);
});

test("a statement that was changed in the database is shown to no one", async () => {
  await world.database.db.execute(sql`update statements set content = content || ' ' where version = 1`);
  expect(visible(await browser(ana).page(path))).toContain("its content was changed in the database");
  const own = `/area/statements/${path.split("/").at(-1)}`;
  for (const at of [own, `${own}/file.pdf`]) {
    const answer = await browser(nuria).get(at);
    expect(answer.status).toBe(503);
    expect(visible(await answer.text())).not.toContain("Se cayó");
  }
});
