import type { FakeSlack } from "../../support/fake-slack/interface.ts";
import { until } from "../../support/until.ts";

/** Pages of the web desk, by what is measured of them. Every ticket's title has the word that is searched for. */
export const webPages = {
  "web: the queue": "/desk?tab=open",
  "web: overdue tickets": "/desk?tab=overdue",
  "web: the queue of an account of one ticket in fifty": "/desk?tab=open&account=a0",
  "web: a search that every ticket answers": "/desk?q=ticket",
  "web: a search that a few tickets answer": "/desk?q=Size+end",
  "web: a ticket": "/desk/tickets/100001",
  "web: accounts": "/desk/accounts",
  "web: an account of one ticket in fifty": "/desk/accounts/a0",
} as const;

export type WebPage = keyof typeof webPages;
export const webPageNames = Object.keys(webPages) as readonly WebPage[];

/** Signs an agent in with the link that `/desk web` gives, and returns the cookie of their browser. */
export const signIn = async (slack: FakeSlack, address: string): Promise<string> => {
  const user = slack.user("U0LUIS");
  await user.types("C0TRIAGE", "/desk web");
  const link = await until(
    "/desk web gave a link",
    () => /\/sign-in\/[\w-]+/.exec(JSON.stringify(slack.shown.at(-1) ?? null))?.[0] ?? null,
  );
  const headers = { origin: address, "sec-fetch-site": "same-origin" };
  const answer = await fetch(`${address}${link}`, { method: "POST", headers, redirect: "manual" });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (cookie === undefined) throw new Error(`signing in was answered with ${answer.status}`);
  return cookie;
};

/** How long (ms) until the whole page is there. */
export const loaded = async (address: string, cookie: string, name: WebPage): Promise<number> => {
  const begin = performance.now();
  const answer = await fetch(`${address}${webPages[name]}`, { headers: { cookie } });
  const text = await answer.text();
  const took = performance.now() - begin;
  if (answer.status !== 200 || !text.includes("</html>"))
    throw new Error(`${name}: ${answer.status} ${text.slice(0, 200)}`);
  return took;
};
