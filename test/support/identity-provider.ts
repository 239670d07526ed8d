import { createServer, type Server } from "node:http";
import { Provider } from "oidc-provider";

/** What the provider says of a person. */
interface Account {
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A real OpenID Connect provider on a free port of 127.0.0.1. Its sign-in page takes any name as login. */
export interface RunningProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accounts: Map<string, Account>;
  /** A browser goes to this address, signs in as this account, and agrees. Returns the address to which it is sent back. */
  signIn(address: string, login: string): Promise<string>;
  close(): Promise<void>;
}

/** A browser at the provider: it keeps cookies, and stops where it would leave the provider. */
const createVisit = (issuer: string) => {
  const cookies = new Map<string, string>();
  const go = async (address: string, form: Readonly<Record<string, string>> | null): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, {
      redirect: "manual",
      headers: { cookie },
      ...(form === null ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const at = pair.indexOf("=");
      if (/expires=thu, 01 jan 1970/i.test(set)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  /** Follows redirects. Returns the page where they end, or the address at which the browser leaves the provider. */
  const follow = async (first: Response, address: string): Promise<{ page: Response | null; address: string }> => {
    let [response, here] = [first, address];
    for (let hops = 0; hops < 10; hops += 1) {
      const location = response.headers.get("location");
      if (location === null) return { page: response, address: here };
      here = new URL(location, here).href;
      if (!here.startsWith(issuer)) return { page: null, address: here };
      response = await go(here, null);
    }
    throw new Error("too many redirects");
  };
  return { go, follow };
};

export const startIdentityProvider = async (redirectUri: string): Promise<RunningProvider> => {
  const accounts = new Map<string, Account>();
  const [clientId, clientSecret] = ["plazo", "a secret of the test"];
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: ["a key of the test"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return {
    issuer,
    clientId,
    clientSecret,
    accounts,
    signIn: async (begin, login) => {
      const { go, follow } = createVisit(issuer);
      let at = await follow(await go(begin, null), begin);
      for (let steps = 0; at.page !== null && steps < 4; steps += 1) {
        const html = await at.page.text();
        const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
        const action = /action="([^"]+)"/.exec(html)?.[1];
        if (prompt === undefined || action === undefined)
          throw new Error(`no form of the provider: ${html.slice(0, 500)}`);
        const target = new URL(action, at.address).href;
        at = await follow(await go(target, { prompt, login, password: "any" }), target);
      }
      return at.address;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
