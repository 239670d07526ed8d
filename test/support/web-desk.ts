import { makeSignInLink } from "../../src/web/access/sessions.ts";
import { createTraces } from "../../src/inbox/traces.ts";
import { createWeb } from "../../src/web/app.ts";
import type { WebDeps } from "../../src/web/deps.ts";
import { originOf } from "../../src/web/security.ts";
import { platformOf, type UserRef } from "../../src/tickets/refs.ts";
import { webAddress, type World } from "./world.ts";

/** What the pages need of a world. */
export type WorldWithPages = Pick<
  World,
  "database" | "desk" | "steps" | "log" | "now" | "ports" | "whileWorking" | "settle"
>;

/** A browser without a script: it keeps cookies, follows no redirect by itself, and posts forms as they stand. */
export interface Browser {
  get(path: string): Promise<Response>;
  /** The text of a page, where redirects are followed. */
  page(path: string): Promise<string>;
  /** Posts fields as a page of this origin does, or with other headers. */
  post(
    path: string,
    fields: Readonly<Record<string, string>> | URLSearchParams | FormData,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Presses the button with this label, with all hidden fields of its form. `also`: what a person fills in. */
  press(
    html: string,
    label: string,
    also?: Readonly<Record<string, string>>,
    files?: readonly File[],
  ): Promise<Response>;
  cookie: string | null;
}

/** The web desk of a world, and browsers for it. */
export interface WebDesk {
  browser(): Browser;
  /** A browser in which this person is signed in. */
  signedIn(person: UserRef): Promise<Browser>;
  /** The path of a link that signs this person in. */
  link(person: UserRef): Promise<string>;
  fetch(request: Request, peer?: string): Promise<Response>;
  /** What the listener serves. */
  readonly mounts: ReturnType<typeof createWeb>["mounts"];
  /** The reasons of the requests that the pages refused, as the metrics count them. */
  readonly refused: readonly string[];
  /** Ends the streams of open pages. */
  close(): void;
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The hidden fields and the action of the form that holds a button with this label. */
export const formWith = (
  html: string,
  label: string,
): { readonly action: string; readonly fields: Readonly<Record<string, string>> } => {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const isIts = (form: string): boolean =>
    [...form.matchAll(/<button[^>]*>([\s\S]*?)<\/button>/g)].some(([, text = ""]) => unescaped(text.trim()) === label);
  const form = forms.find(isIts);
  if (form === undefined) throw new Error(`the page has no button "${label}"`);
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    fields[/name="([^"]*)"/.exec(input)?.[1] ?? ""] = unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? "");
  return { action: /action="([^"]*)"/.exec(form)?.[1] ?? "", fields };
};

/** How a browser reaches the pages: the answer to a request for a path. It follows no redirect. */
export type Reach = (path: string, init: RequestInit) => Promise<Response>;

/** A browser without cookies, whose own origin is `address`. */
export const browserFor = (
  { whileWorking }: Pick<WorldWithPages, "whileWorking">,
  address: string,
  reach: Reach,
): Browser => {
  const self: Browser = {
    cookie: null,
    get: (path) => send(path, { method: "GET" }),
    page: async (path) => {
      let response = await self.get(path);
      for (let hops = 0; response.status === 303 && hops < 5; hops += 1)
        response = await self.get(response.headers.get("location") ?? "");
      return response.text();
    },
    post: async (path, fields, headers = { origin: address }) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      return whileWorking(send(path, { method: "POST", body, headers }));
    },
    press: async (html, label, also = {}, files = []) => {
      const { action, fields } = formWith(html, label);
      if (files.length === 0) return self.post(action, { ...fields, ...also });
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...fields, ...also })) form.append(name, value);
      for (const file of files) form.append("files", file);
      return self.post(action, form);
    },
  };
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (self.cookie !== null) headers.set("cookie", self.cookie);
    const response = await reach(path, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      self.cookie = /max-age=0/i.test(set) ? null : pair;
    }
    return response;
  };
  return self;
};

/** Signs a browser in with the path of a link. */
export const signIn = async (browser: Browser, link: string): Promise<Browser> => {
  const response = await browser.post(link, {});
  if (response.status !== 303) throw new Error(`not signed in: ${response.status}`);
  return browser;
};

/** Opens the web desk of a world. The world's work is done while a page waits for its answer. */
export const openWebDesk = (world: WorldWithPages, address = webAddress, also: Partial<WebDeps> = {}): WebDesk => {
  const counted: string[] = [];
  const traces = createTraces({
    log: world.log,
    now: world.now,
    metrics: { requestRefused: (why) => void counted.push(why), disclosed: () => {} },
    desk: world.desk.current,
  });
  const serve = createWeb({
    database: world.database,
    desk: world.desk,
    core: world.steps.core,
    log: world.log,
    now: world.now,
    linkTo: (ref) => world.ports.get(platformOf(ref.channel))?.linkTo?.(ref) ?? null,
    portOf: (platform) => world.ports.get(platform),
    origin: () => originOf(address),
    disclosed: traces.disclosed,
    refused: traces.pageRefused,
    onDamagedEvent: null,
    area: { mail: world.ports.get("email")?.tell ?? null },
    ...also,
  });
  const fetch = (request: Request, peer = "192.0.2.7"): Promise<Response> => serve(request, peer);
  const link = (person: UserRef): Promise<string> => makeSignInLink(world.database.db, person, world.now());
  const browser = (): Browser =>
    browserFor(world, address, (path, init) => fetch(new Request(new URL(path, address), init)));
  return {
    browser,
    link,
    fetch,
    mounts: serve.mounts,
    refused: counted,
    close: () => serve.close(),
    signedIn: async (person) => signIn(browser(), await link(person)),
  };
};
