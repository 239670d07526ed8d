import { afterEach, beforeEach, expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { openWebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const unreachable = "postgres://postgres@127.0.0.1:1/none";

test.each([
  ["en-GB,en;q=0.9", "The database does not answer"],
  ["es-AR", "La base de datos no responde"],
  ["fr, pt-BR", "O banco de dados não responde"],
])("a page says plainly that the database is down, for a browser that asks for %s", async (language, title) => {
  const away = openPostgres(unreachable);
  const web = openWebDesk(world, undefined, { database: away });
  const headers = { "accept-language": language, cookie: "plazo=some-session" };
  const response = await web.fetch(new Request("http://127.0.0.1:3000/desk", { headers }));
  expect(response.status).toBe(503);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  const text = await response.text();
  expect(text).toContain(title);
  expect(text).toContain('href="/desk/assets/desk.css"');
  await away.close();
});

test("a page whose transaction cannot begin says that the database is down", async () => {
  const luis = await openWebDesk(world).signedIn("slack:U0LUIS");
  const away = openPostgres(unreachable);
  // The database answers statements, and goes away before the transaction.
  const pages = new Proxy(world.database.pages, {
    get: (target, key): unknown =>
      key === "transaction" ? away.pages.transaction.bind(away.pages) : Reflect.get(target, key),
  });
  const cut = openWebDesk(world, undefined, { database: { ...world.database, pages } }).browser();
  cut.cookie = luis.cookie;
  const token = /name="token" value="([^"]+)"/.exec(await cut.page("/desk"))?.[1] ?? "";
  const response = await cut.post("/desk/sign-out-everywhere", { token });
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("The database does not answer");
  await away.close();
});

/** Keeps the one connection of this world's pages busy until the result is called. */
const occupyPages = async (): Promise<() => Promise<void>> => {
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done = world.database.pages.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    begun.resolve();
    await ended.promise;
  });
  await begun.promise;
  return async () => {
    ended.resolve();
    await done;
  };
};

test("a page that the database delays for long is answered with a plain one, and chat goes on meanwhile", async () => {
  const luis = await openWebDesk(world).signedIn("slack:U0LUIS");
  const hurried = openWebDesk(world, undefined, { pageMs: 50 }).browser();
  hurried.cookie = luis.cookie;
  const release = await occupyPages();
  const response = await hurried.get("/desk");
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("This page takes too long");
  await world.opens();
  expect(await world.ticket()).toMatchObject({ number: 1001 });
  await release();
  expect((await luis.get("/desk")).status).toBe(200);
});

test("an act that is not confirmed in time is not called failed", async () => {
  const luis = await openWebDesk(world).signedIn("slack:U0LUIS");
  const hurried = openWebDesk(world, undefined, { pageMs: 50 }).browser();
  hurried.cookie = luis.cookie;
  const release = await occupyPages();
  const response = await hurried.post("/desk/act", { kind: "press" });
  expect([response.status, (await response.text()).includes("may be done already")]).toEqual([503, true]);
  await release();
});
