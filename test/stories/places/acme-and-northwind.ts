import type { Desk } from "../../../src/desk/desk.ts";
import type { ShownMessage } from "../../support/fake-slack/interface.ts";
import type { World } from "../../support/world.ts";

/** The account with this key. */
const accountIn = (desk: Desk, key: "acme" | "northwind"): Desk["accounts"][string] => {
  const account = desk.accounts[key];
  if (account === undefined) throw new Error(`no account ${key}`);
  return account;
};

/** The desk after Carla left Acme and became a contact of Northwind. Sam is Acme's contact now. */
export const carlaAtNorthwind = (desk: Desk): Desk => ({
  ...desk,
  accounts: {
    acme: { ...accountIn(desk, "acme"), contacts: ["slack:U0SAM"] },
    northwind: { ...accountIn(desk, "northwind"), contacts: ["slack:U0OLIVER", "slack:U0CARLA"] },
  },
  former: { ...desk.former, contacts: { "slack:U0CARLA": ["acme"] } },
});

/** The desk after Acme's channel was given to Northwind. Acme has another channel. */
export const channelGivenToNorthwind = (desk: Desk): Desk => ({
  ...desk,
  accounts: {
    acme: { ...accountIn(desk, "acme"), channels: ["slack:C0RANDOM"] },
    northwind: { ...accountIn(desk, "northwind"), channels: ["slack:C0NORTH", "slack:C0ACME"] },
  },
});

/** What people of two accounts and the staff do, in few words. */
export const people = (world: () => World) => {
  const user = (name: string) => world().slack.user(`U0${name}`);
  const settles = () => world().settle();
  const all = (channel: string): string =>
    world()
      .slack.channel(channel)
      .messages.map(({ text }) => text)
      .join("\n");
  /** The customer's card in their direct messages. */
  const directCard = (): ShownMessage => {
    const card = world()
      .slack.dm("U0CARLA")
      .messages.find(({ user: by, text }) => by === world().slack.botUser && text.includes("T-1001 ·"));
    if (card === undefined) throw new Error("no card in Carla's direct messages");
    return card;
  };
  return {
    user,
    all,
    directCard,
    /** Carla writes to the bot, which opens a private ticket. */
    asksInPrivate: async (text: string) => {
      world().slack.dm("U0CARLA");
      await user("CARLA").writes("D0CARLA", text);
      await settles();
    },
    /** A person writes below a card. */
    writesBelow: async (name: string, card: ShownMessage, text: string) => {
      const written = await user(name).writes(card.channel, text, { thread: card.thread ?? card.ts });
      await settles();
      return written;
    },
    /** Luis answers by the form of the triage card. */
    replies: async (text: string, where: string) => {
      await user("LUIS").presses(world().card(), `reply 1001 ${where}`);
      await user("LUIS").submits({ text });
      await settles();
    },
    givesTo: async (account: string) => {
      await user("MARTA").presses(world().card(), "account 1001");
      await user("MARTA").submits({ account });
      await settles();
      await world().pass(2);
    },
    types: async (name: string, line: string, channel = "C0TRIAGE") => {
      await user(name).types(channel, line);
      await settles();
      return user(name).privates.at(-1)?.text ?? "";
    },
    lastPrivate: (name: string): string => user(name).privates.at(-1)?.text ?? "",
    running: async (number = 1001) =>
      (await world().ticket(number)).sla.clocks.flatMap(({ kind, end }) => (end === null ? [kind] : [])),
    texts: async (number = 1001) => (await world().messages(number)).map(({ text }) => text),
  };
};
