import { afterEach, beforeEach, expect, test } from "vitest";
import { areaFilesSince, storeAreaFiles } from "../../../src/db/access/area-file-store.ts";
import { readContacts } from "../../../src/db/access/contact-store.ts";
import { keepFile } from "../../../src/db/delivery/file-store.ts";
import { filePath } from "../../../src/web/render/file-link.ts";
import { fileKey } from "../../../src/tickets/refs.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { serveArea } from "../../support/client-area/http-area.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import type { Browser } from "../../support/web-desk.ts";
import { startWorld, webAddress, type World } from "../../support/world.ts";

let world: World;
let area: ClientArea;
let nuria: Browser;
beforeEach(async () => {
  world = await startWorld();
  area = openClientArea(world);
  nuria = await area.invited("nuria@acme.example");
});
afterEach(() => world.stop());

const picture = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], "pantalla.png", { type: "image/png" });
const log = new File(["one line"], "player.log", { type: "text/plain" });

const opens = async (files: readonly File[], title = "El vídeo no se ve"): Promise<Response> => {
  const form = await nuria.page("/area/new");
  const values = { "answer.title": title, "answer.severity": "high", "answer.description": "No se reproduce nada." };
  return nuria.press(form, "Abrir ticket", values, files);
};
const pathsOn = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/area\/tickets\/\d+\/files\/[^"]+)"/g)].map(([, path = ""]) => path);

test("a contact opens a ticket with files: the team gets them in Slack, and the contact finds them on the ticket's page", async () => {
  expect((await opens([picture, log])).headers.get("location")).toBe("/area/tickets/1001?opened=yes");
  const page = await nuria.page("/area/tickets/1001");
  expect(page).toContain("pantalla.png");
  const [shown = "", downloaded = ""] = pathsOn(page);
  const [image, text] = [await nuria.get(shown), await nuria.get(downloaded)];
  expect([image.status, image.headers.get("content-type"), image.headers.get("x-content-type-options")]).toEqual([
    200,
    "image/png",
    "nosniff",
  ]);
  expect(text.headers.get("content-disposition")).toMatch(/^attachment; filename="player\.log"/);
  expect(text.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(await text.text()).toBe("one line");
  await world.settle();
  expect(world.slack.files.map(({ name }) => name).toSorted()).toEqual(["pantalla.png", "player.log"]);
  // An agent finds them below the opening message on the web desk too.
  const luis = await area.web.signedIn("slack:U0LUIS");
  const onDesk = [
    ...(await luis.page("/desk/tickets/1001")).matchAll(/href="(\/desk\/tickets\/1001\/files\/[^"]+)"/g),
  ].map(([, path = ""]) => path);
  expect(onDesk).toHaveLength(2);
  expect(await (await luis.get(onDesk[1] ?? "")).text()).toBe("one line");
});

test("a contact answers with a file alone: it goes to the team, and to no other account", async () => {
  await world.opens();
  const page = await nuria.page("/area/tickets/1001");
  await nuria.press(page, "Enviar", { text: "" }, [log]);
  await world.settle();
  const [path = ""] = pathsOn(await nuria.page("/area/tickets/1001"));
  expect(await (await nuria.get(path)).text()).toBe("one line");
  expect(world.slack.files.map(({ name }) => name)).toEqual(["player.log"]);
  const olga = await area.invited("olga@north.example", "U0EVA", "C0NORTH");
  expect((await olga.get(path)).status).toBe(404);
  expect((await nuria.get(path.replace("/1001/", "/1002/"))).status).toBe(404);
  expect((await area.web.browser().get(path)).headers.get("location")).toBe("/area/sign-in");
});

test("the same form twice sends its files once, and another file makes it another message", async () => {
  await world.opens();
  const nieves = await openClientArea(world, { patienceMs: 100 }).invited("nieves@acme.example");
  const page = await nieves.page("/area/tickets/1001");
  const other = new File(["another line"], "player.log", { type: "text/plain" });
  for (const file of [log, log, other]) await nieves.press(page, "Enviar", { text: "El registro" }, [file]);
  await world.settle();
  expect((await world.messages()).filter(({ text }) => text === "El registro")).toHaveLength(2);
});

test.each([
  ["a program", new File(["MZ"], "player.exe", { type: "image/png" })],
  ["a program under another name", new File([Uint8Array.of(0x4d, 0x5a, 0x90)], "photo.png", { type: "image/png" })],
  ["a page", new File(["<script>alert(1)</script>"], "page.html", { type: "text/html" })],
  ["a file that is too large", new File([new Uint8Array(10 * 1024 * 1024 + 1)], "video.mp4", { type: "video/mp4" })],
])("%s is not taken: the contact reads why and keeps the text, and nothing was sent", async (_, file) => {
  await world.opens();
  const page = await nuria.page("/area/tickets/1001");
  const refused = await (await nuria.press(page, "Enviar", { text: "Mi texto" }, [log, file])).text();
  expect(refused).toContain("no se puede enviar");
  expect(refused).toContain("Mi texto");
  const form = await (await opens([file])).text();
  expect(form).toContain("no se puede enviar");
  expect(form).toContain("No se reproduce nada.");
  await world.settle();
  expect((await world.messages()).map(({ text }) => text)).not.toContain("Mi texto");
  expect(world.slack.files).toEqual([]);
  expect((await nuria.get("/area/tickets/1002")).status).toBe(404);
});

test("a contact who sent as many files as the desk takes is asked to wait, before anything is stored", async () => {
  await world.applies({
    ...sampleDesk,
    limits: { ...sampleDesk.limits, files: { most: 2, bytes: 1e6, withinMs: 6e4 } },
  });
  await world.opens();
  const page = await nuria.page("/area/tickets/1001");
  await nuria.press(page, "Enviar", { text: "Dos" }, [picture, log]);
  const refused = await (await nuria.press(page, "Enviar", { text: "Tres" }, [log])).text();
  expect(refused).toContain("tantos archivos");
  expect(refused).toContain("Tres");
  await world.passSeconds(120);
  await nuria.press(page, "Enviar", { text: "Cuatro" }, [log]);
  expect((await world.messages()).map(({ text }) => text)).toEqual(expect.arrayContaining(["Dos", "Cuatro"]));
});

test("a file of the team's own thread, and one that no message holds, are not given to the customer", async () => {
  await world.opens();
  const note = { channel: "slack:C0TRIAGE", id: "9.9" } as const;
  const file = { id: "F9", name: "internal.txt", size: 4, type: "text/plain" };
  await keepFile(world.database.db, 1001, { message: note, file, bytes: Buffer.from("x"), at: world.now() });
  expect((await nuria.get(filePath(1001, fileKey(note, "F9"), "/area"))).status).toBe(404);
  await storeAreaFiles(
    world.database.db,
    { owner: "web:x", at: world.now(), files: [{ id: "loose.0", bytes: Buffer.from("x") }] },
    sampleDesk.limits.files,
  );
  expect((await nuria.get(filePath(1001, "web:x loose loose.0", "/area"))).status).toBe(404);
});

test("only a contact who is signed in may send a body of several megabytes", async () => {
  await world.opens();
  const http = await serveArea(world, area, webAddress);
  try {
    const form = new FormData();
    form.append("files", new File([new Uint8Array(3_000_000)], "video.mp4"));
    const send = (cookie: string) =>
      fetch(`${http.url}/area/tickets/1001/messages`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, origin: webAddress },
        body: form,
      });
    expect((await send("plazo-area=forged")).status).toBe(413);
    expect((await send(nuria.cookie ?? "")).status).toBe(403);
  } finally {
    await http.close();
  }
});

test("a file over the account's limit stays where the team can open it, and the clean-up deletes only what no ticket needs", async () => {
  await world.applies({
    ...sampleDesk,
    limits: { ...sampleDesk.limits, files: { most: 1, bytes: 1e6, withinMs: 6e4 } },
  });
  await world.opens();
  const { db } = world.database;
  const pau = await area.invited("pau@acme.example");
  const page = await nuria.page("/area/tickets/1001");
  await nuria.press(page, "Enviar", { text: "" }, [log]);
  const told = await pau.press(await pau.page("/area/tickets/1001"), "Enviar", { text: "" }, [picture]);
  expect(await pau.page(told.headers.get("location") ?? "")).toContain("1 archivo");
  await world.settle();
  expect(world.slack.files.map(({ name }) => name)).toEqual(["player.log"]);
  expect(world.thread(world.card()).map(({ text }) => text)).toContainEqual(
    expect.stringContaining("page of the web desk"),
  );
  const owners = (await readContacts(db)).map(({ user }) => user);
  const bytes = async () => {
    const all = await Promise.all(owners.map((owner) => areaFilesSince(db, owner, 0)));
    return all.map((each) => each.bytes).toSorted((one, other) => one - other);
  };
  await storeAreaFiles(
    db,
    { owner: owners[0] ?? "web:", at: world.now(), files: [{ id: "loose.0", bytes: Buffer.from("x") }] },
    sampleDesk.limits.files,
  );
  await world.passSeconds(8 * 24 * 3_600);
  await world.database.rows(sql`update inbox set key = 'loose', done_at = null, parked = 'given up'
    where id = (select max(id) from inbox)`);
  await world.steps.cleanUp();
  expect((await bytes()).reduce((sum, each) => sum + each)).toBe(5);
  await world.database.rows(sql`delete from inbox where key = 'loose'`);
  await world.steps.cleanUp();
  expect(await bytes()).toEqual([0, 4]);
  for (const path of pathsOn(await nuria.page("/area/tickets/1001"))) expect((await nuria.get(path)).status).toBe(200);
  const luis = await area.web.signedIn("slack:U0LUIS");
  const [, onDesk = ""] =
    (await luis.page("/desk/tickets/1001")).match(/href="(\/desk\/tickets\/\d+\/files\/[^"]+)" download="pantalla/) ??
    [];
  expect((await luis.get(onDesk)).status).toBe(200);
});
