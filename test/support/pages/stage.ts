import { expect } from "vitest";
import { createEmail } from "../../../adapters/email/index.ts";
import { sayIn } from "../../../src/i18n/say.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { onDiscordIn, onSlackIn, type Acting, type Seen } from "../acting.ts";
import { openPagesWithMail } from "../client-area/client-area.ts";
import { serveArea, type HttpArea } from "../client-area/http-area.ts";
import { deskAcross, type Platform } from "../discord-cast.ts";
import { readMail, startMailServer, type ReadMail } from "../mail-server.ts";
import { sampleDesk } from "../sample-desk.ts";
import { startWorldAcross, type WorldAcross } from "../world-across.ts";
import { webAddress } from "../world.ts";
import { signIn, type Browser } from "../web-desk.ts";
import { visibleOn } from "./does.ts";

/**
 * A desk on one platform over the wire, with its pages over real HTTP and its mail over real SMTP: what people of the staff and
 * customers see and do on all of them.
 */
export interface PagesStage {
  readonly world: WorldAcross;
  /** What people do in chat. */
  readonly chat: Acting;
  readonly pages: HttpArea;
  /** The reference of a person in chat. */
  refOf(name: Parameters<Acting["idOf"]>[0]): UserRef;
  /** The mails that were received so far, oldest first. */
  mails(): readonly ReadMail[];
  /** Opens a ticket as Carla, with the form of chat. */
  opens(title: string, description: string): Promise<void>;
  /** The account manager invites a colleague of the customer by mail, who enters by the link of it. */
  invites(address: string): Promise<Browser>;
  /** The bot's only card in triage, and the customer's only card. */
  triageCard(): Seen;
  customerCard(): Seen;
  /** The names of the files that the bot put below the card in triage. */
  triageFiles(): readonly string[];
  /** The path of the link in the last thing that only this person was shown; null without a link. */
  linkShownTo(name: Parameters<Acting["idOf"]>[0]): string | null;
  /** Everything that Carla could read in chat: her channel, her thread, direct messages and private answers. */
  carlaReads(): string;
  /** Ends the story. No platform refused anything, and no error was logged. */
  stop(): Promise<void>;
}

const only = (messages: readonly Seen[]): Seen => {
  const [message] = messages;
  if (message === undefined || messages.length !== 1) throw new Error(`${messages.length} cards instead of one`);
  return message;
};

/** The path of the first link to Plazo's pages in a text; null without one. */
export const pathIn = (text: string): string | null => {
  const [, rest = ""] = text.split(webAddress);
  return /^\/[\w/-]+/.exec(rest)?.[0] ?? null;
};

/** Starts one on Monday at ten in Madrid. `document`: the desk of it, so that it can be changed on the pages. */
export const startPagesStage = async (platform: Platform, document: object | null = null): Promise<PagesStage> => {
  const mailServer = await startMailServer();
  const world = await startWorldAcross(document === null ? deskAcross([platform], platform) : sampleDesk, {}, document);
  const chat = platform === "slack" ? onSlackIn(world) : onDiscordIn(world);
  const { log, now } = world;
  const mailPort = createEmail(
    { url: mailServer.url, from: "Vodlix Support <support@example.com>" },
    { log, now },
  ).port;
  const settings = { deskFile: null, platformsOn: new Set([platform]), trouble: () => null };
  const area = openPagesWithMail(world, { mailPort, settings });
  const pages = await serveArea(world, area, webAddress);
  return {
    world,
    chat,
    pages,
    refOf: (name) => `${platform}:${chat.idOf(name)}`,
    mails: () => mailServer.mails.map(readMail),
    opens: async (title, description) => {
      await chat.types("carla", "acme", "new", { title });
      await chat.submits("carla", { severity: "high", description });
      await world.settle();
    },
    invites: async (address) => {
      await chat.types("ana", "acme", "invite", { person: address });
      await world.settle();
      const mail = mailServer.mails.map(readMail).at(-1);
      expect(mail?.to).toEqual([address]);
      const link = pathIn(mail?.text ?? "") ?? expect.fail(mail?.text);
      const browser = pages.browser();
      const invitation = sayIn("es")("area.invitedBy", { inviter: "Ana Ruiz", account: "Acme TV" });
      expect(visibleOn(await browser.page(link))).toContain(invitation);
      return signIn(browser, link);
    },
    triageCard: () => only(chat.roots("triage")),
    triageFiles: () =>
      platform === "slack"
        ? world.slack.files.map(({ name }) => name)
        : world
            .thread(world.onlyCard(chat.idOf("triage")))
            .flatMap(({ raw }) => (raw.files ?? []).map(({ name }) => name)),
    linkShownTo: (name) => {
      const shown = world[platform].shown.filter(({ to }) => to === chat.idOf(name));
      return pathIn(JSON.stringify(shown.at(-1) ?? ""));
    },
    customerCard: () => only(chat.roots("acme")),
    carlaReads: () =>
      [
        ...chat.roots("acme").flatMap((root) => [root, ...chat.below(root)]),
        ...chat.direct("carla"),
        ...chat.privates("carla").map((text) => ({ text })),
      ]
        .map(({ text }) => text)
        .join("\n"),
    stop: async () => {
      area.web.close();
      await pages.close();
      await world.stop();
      await mailServer.stop();
      expect(world.discord.refusals).toEqual([]);
      expect([...world.slack.violations, ...world.discord.violations]).toEqual([]);
      expect(log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
    },
  };
};
