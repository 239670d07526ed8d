import { afterEach, beforeEach, expect, test } from "vitest";
import { makeLinkUnlessRecent } from "../../../src/web/access/sessions.ts";
import { linkIn, openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
let area: ClientArea;
beforeEach(async () => {
  world = await startWorld();
  area = openClientArea(world);
});
afterEach(() => world.stop());

/** Nuria is invited. Returns the link of her invitation. */
const invites = async (): Promise<string> => {
  await world.slack.user("U0ANA").types("C0ACME", "/ticket invite nuria@acme.example");
  await world.settle();
  return linkIn(area.mails.at(-1)?.card ?? expect.fail("there is no invitation"));
};

/** A person who is not signed in sends the form with her address. The mail is sent after the answer. */
const asksForLink = async (): Promise<string> => {
  const before = area.mails.length;
  await area.web.browser().post("/area/sign-in", { email: "nuria@acme.example" });
  await expect.poll(() => area.mails.length, { timeout: 20_000 }).toBe(before + 1);
  return linkIn(area.mails.at(-1)?.card ?? expect.fail("there is no mail"));
};

test("a stranger who asks for a link to an address does not end its invitation or an earlier link", async () => {
  const invitation = await invites();
  await world.pass(2);
  const first = await asksForLink();
  await world.pass(2);
  await asksForLink();
  expect((await area.web.browser().get(first)).status).toBe(200);
  await world.pass(11);
  expect((await area.web.browser().get(first)).status).toBe(410);
  const nuria = area.web.browser();
  expect((await nuria.get(invitation)).status).toBe(200);
  await nuria.post(invitation, {});
  expect((await nuria.get("/area")).status).toBe(200);
});

test("a person who signs in with a link needs the others no more, so they end", async () => {
  const invitation = await invites();
  await world.pass(2);
  const link = await asksForLink();
  expect((await area.web.browser().post(link, {})).status).toBe(303);
  expect((await area.web.browser().get(invitation)).status).toBe(410);
});

test("a person gets at most five links in an hour that were asked for without signing in", async () => {
  const asked = async (minute: number): Promise<boolean> => {
    const at = world.now() + minute * 60_000;
    const given = { at, since: at - 60_000 };
    return (await makeLinkUnlessRecent(world.database.db, "slack:U0LUIS", given)) !== null;
  };
  const got: boolean[] = [];
  for (const minute of [0, 2, 4, 6, 8, 10, 59, 61]) got.push(await asked(minute));
  expect(got).toEqual([true, true, true, true, true, false, false, true]);
});
