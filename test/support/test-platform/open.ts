import type { Adapter, AdapterDeps } from "../../../src/chat/port.ts";
import { faultSentence, readEnv } from "../../../src/env.ts";
import type { TestServer } from "./interface.ts";
import { openServer } from "./server.ts";

/** The people and groups of a server, by the names that stories give them. */
export const people = { ana: 101, luis: 102, marta: 103, tom: 104, eva: 105, carla: 106, oliver: 107, sam: 108 };
export const groups = { triage: -201, tech: -202, acme: -203, north: -204, random: -205 };

/** Opens a server with the people and groups of the stories. */
export const openPeopledServer = (now: () => number): TestServer =>
  openServer({
    now,
    users: Object.entries(people).map(([name, id]) => ({ id, name })),
    groups: Object.values(groups),
  });

/** The variables with which an operator switches the platform on. */
export const variablesFor = ({ token, url }: Pick<TestServer, "token" | "url">): Readonly<Record<string, string>> => ({
  TESTCHAT_TOKEN: token,
  TESTCHAT_URL: url,
});

/** The adapter as a desk gets it: from the environment, by the list of platforms. */
export const adapterFor = async (server: TestServer, deps: AdapterDeps): Promise<Adapter> => {
  const reading = readEnv(variablesFor(server));
  if (!reading.ok) throw new Error(reading.faults.map(faultSentence).join("\n"));
  const platform = reading.env.platforms["testchat"];
  if (platform === undefined) throw new Error("testchat is not among the platforms: its manifest is not registered");
  return (await platform.load())(deps);
};
