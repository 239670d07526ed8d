import { afterEach, beforeEach, expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import type { Delivery } from "../../src/chat/delivery.ts";
import { makeLinkUnlessRecent } from "../../src/web/access/sessions.ts";
import { linkIn } from "../support/client-area/client-area.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { openWebDesk, type WebDesk } from "../support/web-desk.ts";
import { startWorld, webAddress, type World } from "../support/world.ts";

let world: World;
let web: WebDesk;
let mails: { readonly to: string; readonly card: Card }[];
let answers: Promise<Delivery> | null;
beforeEach(async () => {
  world = await startWorld();
  mails = [];
  answers = null;
  const luis = sampleDesk.people["luis"] ?? expect.fail("no Luis");
  await world.applies({
    ...sampleDesk,
    people: { ...sampleDesk.people, luis: { ...luis, email: "luis@desk.example" } },
  });
  web = openWebDesk(world, webAddress, {
    signIn: {
      mail: (to, card, { key }) => {
        mails.push({ to, card });
        return answers ?? Promise.resolve({ ok: true, ref: { channel: to, id: key } });
      },
      provider: null,
      isRequired: false,
    },
  });
});
afterEach(() => world.stop());

const asks = async (email: string): Promise<string> => (await web.browser().post("/sign-in", { email })).text();

test("a person of the staff gets a link by mail that signs them in once", async () => {
  expect(await web.browser().page("/sign-in")).toContain('type="email"');
  await asks(" Luis@desk.example ");
  await expect.poll(() => mails.map(({ to }) => to)).toEqual(["email:luis@desk.example"]);
  const link = linkIn(mails[0]?.card ?? expect.fail("no mail"));
  const browser = web.browser();
  expect((await browser.post(link, {})).headers.get("location")).toBe("/desk");
  expect(await browser.page("/desk")).toContain("Luis");
  expect((await web.browser().post(link, {})).status).toBe(410);
});

test("the answer is the same for an unknown address, and waits for no mail", async () => {
  const sending = Promise.withResolvers<Delivery>();
  answers = sending.promise;
  const known = await asks("luis@desk.example");
  expect(await asks("mallory@desk.example")).toBe(known);
  expect(await asks("")).toBe(known);
  await expect.poll(() => mails).toHaveLength(1);
  sending.resolve({ ok: true, ref: { channel: "email:luis@desk.example", id: "1" } });
});

test("a person gets one mail a minute, also if the form is sent many times at once", async () => {
  await Promise.all(Array.from({ length: 8 }, () => asks("luis@desk.example")));
  await expect.poll(() => mails.length).toBeGreaterThan(0);
  await world.settle();
  await asks("luis@desk.example");
  await world.passSeconds(59);
  await asks("luis@desk.example");
  await world.settle();
  expect(mails).toHaveLength(1);
  await world.passSeconds(2);
  await asks("luis@desk.example");
  await expect.poll(() => mails).toHaveLength(2);
});

test("of simultaneous requests one makes a link, also for a person of the staff", async () => {
  const at = world.now();
  const make = () => makeLinkUnlessRecent(world.database.db, "slack:U0LUIS", { at, since: at - 60_000 });
  const made = await Promise.all(Array.from({ length: 20 }, make));
  expect(made.filter((path) => path !== null)).toHaveLength(1);
});

test("without mail there is no form, and a desk that requires the company account sends no link", async () => {
  const plain = openWebDesk(world);
  expect(await plain.browser().page("/sign-in")).not.toContain("<form");
  expect((await plain.browser().post("/sign-in", { email: "luis@desk.example" })).status).toBe(303);
  const mail = () => expect.fail("a mail was sent");
  const strict = openWebDesk(world, webAddress, { signIn: { mail, provider: null, isRequired: true } });
  expect(await strict.browser().page("/sign-in")).not.toContain("<form");
  expect((await strict.browser().post("/sign-in", { email: "luis@desk.example" })).status).toBe(303);
});
