import { afterEach, beforeEach, expect, test } from "vitest";
import { keepFile } from "../../src/db/delivery/file-store.ts";
import { fileKey } from "../../src/tickets/refs.ts";
import { filePath } from "../../src/web/render/file-link.ts";
import { holdingDesk, promisingDesk } from "../support/sample-desk.ts";
import { openWebDesk, type Browser } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
let luis: Browser;
beforeEach(async () => {
  world = await startWorld();
  luis = await openWebDesk(world).signedIn("slack:U0LUIS");
  await world.opens();
});
afterEach(() => world.stop());

const message = { channel: "slack:C0ACME", id: "1.1" } as const;
const stored = async (name: string, type: string, id = "F1"): Promise<string> => {
  const file = { id, name, size: 4, type };
  await keepFile(world.database.db, 1001, { message, file, bytes: Buffer.from("<b>x"), at: world.now() });
  return filePath(1001, fileKey(message, id));
};

test.each([
  ["a picture", "photo.png", "image/png", "image/png", /^inline; filename="photo\.png"/],
  ["a text", "log.txt", "text/plain", "application/octet-stream", /^attachment; filename="log\.txt"/],
  [
    "a name that would end the header",
    'a"; x=\r\nb.png',
    "image/png",
    "image/png",
    /^inline; filename="[\w.\- ]+"; filename\*=UTF-8''[^"\r\n;]+$/,
  ],
])("%s is served so that it can run nothing", async (_, name, type, served, disposition) => {
  const { status, headers } = await luis.get(await stored(name, type));
  expect([status, headers.get("content-type"), headers.get("x-content-type-options")]).toEqual([
    200,
    served,
    "nosniff",
  ]);
  expect(headers.get("content-disposition")).toMatch(disposition);
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
});

test.each([
  ["page.html", "text/html"],
  ["drawing.svg", "image/svg+xml"],
])("a file that can run code is not served: %s", async (name, type) => {
  expect((await luis.get(await stored(name, type))).status).toBe(404);
});

test("a file is found by its own ticket and its own key only, and not without signing in", async () => {
  await world.opens();
  const path = await stored("photo.png", "image/png");
  expect((await luis.get(path.replace("/1001/", "/1002/"))).status).toBe(404);
  for (const key of ["x", "%00", "..%2f..", Buffer.from("slack:C0ACME 1.1 F2").toString("base64url")])
    expect((await luis.get(`/desk/tickets/1001/files/${key}`)).status).toBe(404);
  expect((await openWebDesk(world).browser().get(path)).headers.get("location")).toBe("/sign-in");
});

test("the history of a ticket is a disclosure, as it is in chat; its messages are not", async () => {
  const disclosed = () => world.log.lines.filter((line) => line.includes("access.disclosed"));
  await luis.page("/desk/tickets/1001");
  expect(disclosed()).toEqual([]);
  await luis.page("/desk/tickets/1001?view=history");
  expect(disclosed()).toHaveLength(1);
  expect(disclosed()[0]).toContain("slack:U0LUIS");
});

test("a reply on its way can be undone on the page, and the history tells it", async () => {
  await world.applies(holdingDesk);
  await luis.press(await luis.page("/desk/tickets/1001"), "Send to customer", { "answer.text": "Too early." });
  const page = await luis.page("/desk/tickets/1001");
  expect(page).toContain("Too early.");
  const pending = /<div class="pending"[\s\S]*?<\/section>/.exec(page)?.[0] ?? expect.fail(page);
  await luis.press(pending, "Undo");
  await world.passSeconds(60);
  expect(await world.ticket()).toMatchObject({ replies: 0, pendingReplies: [] });
  expect(await luis.page("/desk/tickets/1001?view=history")).toContain("Too early.");
});

test("the preview of a canned reply names the time that will stand in it, and asks for one where none is ahead", async () => {
  const text = { en: "", es: "Noticias antes de {due}.", pt: "" };
  await world.applies({ ...promisingDesk, replies: { soon: { key: "soon", title: text, text } } });
  const preview = (ticket: number) => luis.page(`/desk/tickets/${ticket}/canned?reply=soon`);
  // The first ticket has the targets of its opening: the first answer, which the reply gives.
  expect(await preview(1001)).toBe("Noticias antes de [the moment that you promise below].");
  await world.opens();
  expect(await preview(1002)).toMatch(/^Noticias antes de .*\d\d:\d\d\.$/);
});
