import type { Core } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { groups, openPeopledServer, adapterFor, people } from "../../support/test-platform/open.ts";
import { readMessage } from "../../support/test-platform/people.ts";
import { adapterContract, type Stage } from "../contract.ts";
import { keptLog } from "../slack/stage.ts";

const open = async (core: Core): Promise<Stage> => {
  const now = Date.now;
  const server = openPeopledServer(now);
  const adapter = await adapterFor(server, { core, log: keptLog(), now });
  await adapter.start();
  const person = (ref: string) => server.user(Number(ref.slice(ref.indexOf(":") + 1)));
  return {
    adapter,
    now,
    channel: `testchat:${groups.acme}`,
    user: `testchat:${people.carla}`,
    nowhere: "testchat:-999",
    nobody: "testchat:999",
    messages: async (channel) =>
      server.messages(Number(idOf(channel))).map((message) => ({
        ref: {
          channel,
          id: String(message.id),
          ...(message.thread === null ? {} : { thread: String(message.thread) }),
        },
        text: readMessage(message),
      })),
    notified: async () => {
      const notified: Record<`${string}:${string}`, number> = {};
      for (const { user } of server.pings) notified[`testchat:${user}`] = (notified[`testchat:${user}`] ?? 0) + 1;
      return notified;
    },
    private: async (user) => person(user).privates.map(readMessage),
    form: async (user) => person(user).seesForm(),
    types: (user, channel, command) => person(user).types(Number(idOf(channel)), command),
    writes: async (user, channel, text, thread) =>
      void (await person(user).writes(Number(idOf(channel)), text, thread === undefined ? undefined : Number(thread))),
    presses: (user, { channel, id }, label) =>
      person(user).presses({ chat: Number(idOf(channel)), id: Number(id) }, label),
    submits: (user, values) => person(user).submits(values),
    redeliver: server.redeliver,
    stop: async () => {
      await adapter.stop();
      server.close();
    },
  };
};

adapterContract({ platform: "testchat", open });
