import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { openWebDesk, type WebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
let web: WebDesk;
beforeEach(async () => {
  world = await startWorld();
  web = openWebDesk(world);
});
afterEach(() => world.stop());

const own = { "accept-encoding": "gzip", "sec-fetch-site": "none" };

/** The files that a text names: those of the page, and the modules that a script imports. */
const filesIn = (text: string): readonly string[] => [
  ...[...text.matchAll(/(?:href|src)="(\/desk\/assets\/[^"]+)"/g)].map(([, path = ""]) => path),
  ...[...text.matchAll(/from "\.\/([^"]+)"/g)].map(([, name]) => `/desk/assets/${name}`),
];

/** Asks for an address as a browser does whose person opened the page, and returns the text and the bytes on the wire. */
const asked = async (path: string, headers: Readonly<Record<string, string>>) => {
  const answer = await web.fetch(new Request(new URL(path, "http://127.0.0.1:3000"), { headers }));
  const packed = new Uint8Array(await answer.clone().arrayBuffer());
  const isPacked = answer.headers.get("content-encoding") === "gzip";
  const stream = new Blob([packed]).stream();
  const text = await new Response(isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).text();
  return { text, bytes: packed.byteLength, isPacked };
};

/** The bytes of a page with all its styles and scripts. */
const transferred = async (path: string, cookie: string): Promise<number> => {
  const page = await asked(path, { ...own, cookie });
  let bytes = page.bytes;
  const seen = new Set<string>();
  const open = [...filesIn(page.text)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const answer = await asked(file, own);
    expect(answer.isPacked).toBe(true);
    bytes += answer.bytes;
    if (file.endsWith(".ts")) open.push(...filesIn(answer.text));
  }
  expect(seen.size).toBeGreaterThan(10);
  return bytes;
};

test("a first page with its styles and scripts is under 100 kB on the wire", async () => {
  await world.opens();
  await world.database.db.execute(
    sql`insert into tickets select (jsonb_populate_record(ticket, jsonb_build_object('number', n))).*
      from tickets as ticket, generate_series(2001, 2049) as n`,
  );
  const luis = await web.signedIn("slack:U0LUIS");
  const cookie = luis.cookie ?? "";
  expect((await asked("/desk", { ...own, cookie })).text.match(/<tr id="row-/g)).toHaveLength(50);
  for (const path of ["/desk", "/desk/tickets/1001"]) expect(await transferred(path, cookie)).toBeLessThan(100_000);
});

test("a page that another site opens is not compressed, because its length would tell what it holds", async () => {
  const cookie = (await web.signedIn("slack:U0LUIS")).cookie ?? "";
  for (const site of ["cross-site", "same-site"])
    expect((await asked("/desk", { ...own, "sec-fetch-site": site, cookie })).isPacked).toBe(false);
  expect((await asked("/desk", { "accept-encoding": "gzip", cookie })).isPacked).toBe(false);
});
