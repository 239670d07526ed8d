import { listen } from "../../../src/http/listener.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { browserFor, signIn, type Browser, type WebDesk, type WorldWithPages } from "../web-desk.ts";

/** A client over real HTTP. It sends what a browser would, or what an attacker would. */
export interface HttpClient {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

/** The pages behind the listener of the product. */
export interface HttpArea {
  readonly url: string;
  /** A client with this cookie; null: without one. */
  client(cookie: string | null): HttpClient;
  browser(): Browser;
  /** A browser in which this member of the staff is signed in. */
  signedIn(person: UserRef): Promise<Browser>;
  close(): Promise<void>;
}

/** Serves the pages of a client area on a free port. `origin` is the address that the pages know as theirs. */
export const serveArea = async (
  world: WorldWithPages,
  { web }: { readonly web: WebDesk },
  origin: string,
): Promise<HttpArea> => {
  const handle = (request: Request): Promise<Response> => web.fetch(request);
  const listener = await listen({
    host: "127.0.0.1",
    port: 0,
    metrics: { text: async () => "", contentType: "text/plain", httpRefused: () => {} },
    health: async () => ({ notReady: [], attention: [] }),
    token: null,
    hostNames: ["127.0.0.1"],
    isPublic: false,
    mounts: web.mounts.map((mount) => ({ ...mount, handle })),
    log: world.log,
  });
  const url = `http://127.0.0.1:${listener.port}`;
  const browser = (): Browser =>
    browserFor(world, origin, (path, init) => fetch(new URL(path, url), { ...init, redirect: "manual" }));
  return {
    url,
    browser,
    signedIn: async (person) => signIn(browser(), await web.link(person)),
    client: (cookie) => {
      const own = cookie === null ? {} : { cookie };
      return {
        get: (path, headers = {}) => fetch(url + path, { redirect: "manual", headers: { ...own, ...headers } }),
        post: (path, fields, headers = { origin }) =>
          world.whileWorking(
            fetch(url + path, {
              method: "POST",
              redirect: "manual",
              headers: { ...own, ...headers },
              body: new URLSearchParams(fields),
            }),
          ),
      };
    },
    close: () => listener.close(1_000),
  };
};
