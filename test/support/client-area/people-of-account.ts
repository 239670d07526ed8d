import { expect } from "vitest";
import { readAccessLog } from "../../../src/db/access/access-store.ts";
import { readContacts } from "../../../src/db/access/contact-store.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import type { Browser } from "../web-desk.ts";
import type { World } from "../world.ts";
import type { ClientArea } from "./client-area.ts";
import type { HttpArea } from "./http-area.ts";

/** Where people of the staff and contacts act on the access to an account. */
interface Stage {
  readonly world: World;
  readonly area: ClientArea;
  readonly http: HttpArea;
}

/** What people do over HTTP with the people of an account, and what is stored then. */
export const peopleOfAccount = (of: () => Stage) => {
  const contacts = () => readContacts(of().world.database.db);
  const contactNamed = async (name: string) =>
    (await contacts()).find((each) => each.name === name) ?? expect.fail(`no contact ${name}`);
  const hasAccess = async (name: string) =>
    (await contacts()).some((each) => each.name === name && each.withdrawnAt === null);
  const log = async () =>
    (await readAccessLog(of().world.database.db, 50))
      .filter(({ by }) => by !== null)
      .map(({ what, person, by, byName, account }) => ({ what, person, by, byName, account }));

  const hidden = (html: string): Readonly<Record<string, string>> => ({
    token: /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "forged",
    key: crypto.randomUUID(),
  });

  /** What a person posts to act on a page, whether the page has such a button or not. */
  const acts = async (
    cookie: string | null,
    part: "desk" | "area",
    fields: Readonly<Record<string, string>>,
  ): Promise<string> => {
    const client = of().http.client(cookie);
    const home = part === "desk" ? "/desk/accounts/acme" : "/area/people";
    const given = { ...hidden(await (await client.get(home)).text()), back: home, ...fields };
    const response = await client.post(`/${part}/act`, given);
    const to = response.headers.get("location");
    return to === null || !to.includes("answer") ? response.text() : (await client.get(to)).text();
  };

  const presses = (cookie: string | null, part: "desk" | "area", action: string) =>
    acts(cookie, part, { kind: "press", action });

  const invites = (cookie: string | null, email: string, account = "acme", name = "") =>
    acts(cookie, "area", {
      kind: "submit",
      action: `submit-invite ${account}`,
      opener: `invite ${account}`,
      "answer.email": email,
      "answer.name": name,
    });

  const staffCookie = async (user: UserRef) => (await of().area.web.signedIn(user)).cookie;

  /** The account manager lets a contact manage access. */
  const lets = async (name: string, may: "yes" | "no" = "yes", by: UserRef = "slack:U0EVA") => {
    const { user } = await contactNamed(name);
    return presses(await staffCookie(by), "desk", `manage-access ${user} ${may}`);
  };

  const peopleOf = async ({ cookie }: Browser) => (await of().http.client(cookie).get("/area/people")).text();

  return { contacts, contactNamed, hasAccess, log, acts, presses, invites, staffCookie, lets, peopleOf };
};
