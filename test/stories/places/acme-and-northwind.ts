import type { Desk } from "../../../src/desk/desk.ts";
import type { MessageKey, Name, StoryMessage, StoryWorld, Where } from "../../support/story-world/story-world.ts";

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
export const people = (world: () => StoryWorld) => {
  const user = (name: Name) => world().user(name);
  const settles = () => world().settle();
  const textOf = (messages: readonly StoryMessage[]): string => messages.map(({ text }) => text).join("\n");
  /** The customer's card in the direct messages of a person. */
  const directCard = (name: Name = "carla"): StoryMessage => {
    const card = world()
      .inDirect(name)
      .find(({ isBots, text }) => isBots && text.includes("T-1001 ·"));
    if (card === undefined) throw new Error(`no card in the direct messages of ${name}`);
    return card;
  };
  const writesBelow = async (name: Name, where: Where | "direct", card: StoryMessage, text: string) => {
    const written = await user(name).writes(where, text, { channel: card.channel, id: card.thread ?? card.id });
    await settles();
    return written;
  };
  return {
    user,
    /** All messages of a channel as one text. */
    all: (where: Where): string => textOf(world().channel(where)),
    /** All direct messages of a person as one text. */
    allDirect: (name: Name): string => textOf(world().inDirect(name)),
    lastDirect: (name: Name): string => world().inDirect(name).at(-1)?.text ?? "",
    directCard,
    /** A person writes to the bot, which opens a private ticket. Returns their message. */
    asksInPrivate: async (text: string, name: Name = "carla"): Promise<MessageKey> => {
      const asked = await user(name).writes("direct", text);
      await settles();
      return asked;
    },
    /** A person writes below a card in a channel. */
    writesBelow,
    /** A person writes below their own card in direct messages. */
    writesBelowDirect: (name: Name, card: StoryMessage, text: string) => writesBelow(name, "direct", card, text),
    /** Luis answers by the form of the triage card. */
    replies: async (text: string, where: string) => {
      await user("luis").presses(world().card(), `reply 1001 ${where}`);
      await user("luis").submits({ text });
      await settles();
    },
    givesTo: async (account: string) => {
      await user("marta").presses(world().card(), "account 1001");
      await user("marta").submits({ account });
      await settles();
      await world().pass(2);
    },
    types: async (name: Name, line: string, where: Where = "triage") => {
      await user(name).types(where, line);
      await settles();
      return user(name).privates.at(-1)?.text ?? "";
    },
    lastPrivate: (name: Name): string => user(name).privates.at(-1)?.text ?? "",
    running: async (number = 1001) =>
      (await world().ticket(number)).sla.clocks.flatMap(({ kind, end }) => (end === null ? [kind] : [])),
    texts: async (number = 1001) => (await world().messages(number)).map(({ text }) => text),
  };
};
