import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readAccessLog } from "../../src/db/access/access-store.ts";
import { createIdentityProvider } from "../../src/web/sign-in/identity-provider.ts";
import { startIdentityProvider, type RunningProvider } from "../support/identity-provider.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { openWebDesk, type Browser, type WebDesk } from "../support/web-desk.ts";
import { startWorld, webAddress, type World } from "../support/world.ts";

const callback = `${webAddress}/sign-in/oidc/callback`;

let world: World;
let provider: RunningProvider;
let web: WebDesk;
const opensWeb = (isRequired: boolean): WebDesk =>
  openWebDesk(world, webAddress, {
    signIn: { mail: null, provider: createIdentityProvider(provider), isRequired },
  });
beforeEach(async () => {
  world = await startWorld();
  const luis = sampleDesk.people["luis"] ?? expect.fail("no Luis");
  const eva = sampleDesk.people["eva"] ?? expect.fail("no Eva");
  await world.applies({
    ...sampleDesk,
    people: {
      ...sampleDesk.people,
      luis: { ...luis, email: "luis@desk.example" },
      eva: { ...eva, email: "shared@desk.example" },
      ana: { ...(sampleDesk.people["ana"] ?? eva), email: "shared@desk.example" },
    },
  });
  provider = await startIdentityProvider(callback);
  provider.accounts.set("luis", { email: "Luis@desk.example", email_verified: true });
  web = opensWeb(false);
});
afterEach(async () => {
  await provider.close();
  await world.stop();
});

/** A browser with several cookies, as the pages set them. */
const begins = async (
  query = "",
): Promise<{ readonly browser: Browser; readonly address: string; readonly cookie: string | null }> => {
  const browser = web.browser();
  const address = (await browser.get(`/sign-in/oidc${query}`)).headers.get("location") ?? expect.fail("no address");
  return { browser, address, cookie: browser.cookie };
};
const pathOf = (address: string): string => address.slice(webAddress.length);
const lastLogged = async () =>
  (await readAccessLog(world.database.db, 1)).map(({ what, person }) => `${what} ${person}`);
const refused = async (response: Response): Promise<void> => {
  expect(response.status).toBe(403);
  expect(response.headers.getSetCookie().filter((each) => /^(?:__Host-)?plazo=/.test(each))).toEqual([]);
  expect(await lastLogged()).toEqual(["identityRefused null"]);
};

test("a person of the staff signs in with their company account, with state, nonce and a PKCE challenge", async () => {
  expect(await web.browser().page("/sign-in")).toContain('href="/sign-in/oidc"');
  const { browser, address } = await begins();
  const asked = new URL(address).searchParams;
  expect([asked.get("code_challenge_method"), asked.get("redirect_uri"), asked.get("scope")]).toEqual([
    "S256",
    callback,
    "openid email",
  ]);
  expect(asked.get("state")).toMatch(/^[\w-]{43}$/);
  expect(asked.get("nonce")).toMatch(/^[\w-]{43}$/);
  const back = await browser.get(pathOf(await provider.signIn(address, "luis")));
  expect([back.status, back.headers.get("location")]).toEqual([303, "/desk"]);
  expect(await lastLogged()).toEqual(["signedIn slack:U0LUIS"]);
  expect(await browser.page("/desk")).toContain("Luis");
});

describe("it signs nobody in", () => {
  test("with an answer that came before, and the provider is not asked again", async () => {
    const real = createIdentityProvider(provider);
    const finish = vi.fn(real.finish);
    web = openWebDesk(world, webAddress, {
      signIn: { mail: null, provider: { ...real, finish }, isRequired: false },
    });
    const { browser, address, cookie } = await begins();
    const answer = pathOf(await provider.signIn(address, "luis"));
    expect((await browser.get(answer)).status).toBe(303);
    const again = web.browser();
    again.cookie = cookie;
    await refused(await again.get(answer));
    expect(finish).toHaveBeenCalledOnce();
  });

  test("in a browser that did not ask", async () => {
    const { address } = await begins();
    await refused(await web.browser().get(pathOf(await provider.signIn(address, "luis"))));
    const other = await begins();
    const { address: own } = await begins();
    await refused(await other.browser.get(pathOf(await provider.signIn(own, "luis"))));
  });

  test("with a forged state", async () => {
    const { browser, address } = await begins();
    const answer = new URL(await provider.signIn(address, "luis"));
    answer.searchParams.set("state", "forged");
    await refused(await browser.get(pathOf(answer.href)));
  });

  test("with an ID token for another nonce", async () => {
    const { browser, address } = await begins();
    const changed = new URL(address);
    changed.searchParams.set("nonce", "another");
    await refused(await browser.get(pathOf(await provider.signIn(changed.href, "luis"))));
  });

  test("with the code of another sign-in", async () => {
    const { browser, address } = await begins();
    const theirs = await begins();
    const stolen = new URL(await provider.signIn(theirs.address, "luis")).searchParams.get("code") ?? "";
    const answer = new URL(await provider.signIn(address, "luis"));
    answer.searchParams.set("code", stolen);
    await refused(await browser.get(pathOf(answer.href)));
  });

  test.each([
    ["an address that is not verified", { email: "luis@desk.example", email_verified: false }],
    ["an address of which the provider does not say that it is verified", { email: "luis@desk.example" }],
    ["an address of no person of the desk", { email: "mallory@desk.example", email_verified: true }],
    ["an address that two people have", { email: "shared@desk.example", email_verified: true }],
    ["no address", { email_verified: true }],
  ])("with %s", async (_, account) => {
    provider.accounts.set("mallory", account);
    const { browser, address } = await begins();
    await refused(await browser.get(pathOf(await provider.signIn(address, "mallory"))));
  });

  test("after ten minutes", async () => {
    const { browser, address } = await begins();
    const answer = pathOf(await provider.signIn(address, "luis"));
    await world.passSeconds(601);
    await refused(await browser.get(answer));
  });

  test("who has left the desk", async () => {
    const { browser, address } = await begins();
    const answer = pathOf(await provider.signIn(address, "luis"));
    const { luis: gone, ...people } = sampleDesk.people;
    expect(gone).toBeDefined();
    await world.applies({ ...sampleDesk, people });
    await refused(await browser.get(answer));
  });
});

test("no address in the request decides where a person goes after signing in", async () => {
  const { browser, address } = await begins("?back=https://evil.example&redirect_uri=https://evil.example");
  expect(new URL(address).searchParams.get("redirect_uri")).toBe(callback);
  const answer = `${pathOf(await provider.signIn(address, "luis"))}&back=//evil.example&return_to=https://evil.example`;
  expect((await browser.get(answer)).headers.get("location")).toBe("/desk");
});

test("a provider that does not answer is said on a page", async () => {
  const provider = createIdentityProvider({ issuer: "http://127.0.0.1:9", clientId: "plazo", clientSecret: "secret" });
  web = openWebDesk(world, webAddress, { signIn: { mail: null, provider, isRequired: false } });
  expect((await web.browser().get("/sign-in/oidc")).status).toBe(503);
});

test("a desk that requires it lets no link sign staff in", async () => {
  web = opensWeb(true);
  const link = await web.link("slack:U0LUIS");
  expect((await web.browser().get(link)).status).toBe(403);
  const posted = await web.browser().post(link, {});
  expect([posted.status, posted.headers.getSetCookie()]).toEqual([403, []]);
  expect(await web.browser().page("/sign-in")).not.toContain('type="email"');
  const { browser, address } = await begins();
  const back = await browser.get(pathOf(await provider.signIn(address, "luis")));
  expect(back.headers.get("location")).toBe("/desk");
});
