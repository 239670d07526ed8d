import { startFakeSlack } from "../support/fake-slack/index.ts";
import type { FakeSlack, ShownMessage } from "../support/fake-slack/interface.ts";
import { onSlack, startDeskLater, type DeskProcess } from "./desk-process.ts";

/** A desk whose processes follow each other on one fake Slack. */
export interface DeskOnSlack {
  readonly slack: FakeSlack;
  /** Starts the next process. Its clock and Slack's are ahead of the machine's by the sum of all `sleepThrough` calls. */
  start(): Promise<DeskProcess>;
  sleepThrough(ms: number): void;
  /** The bot's messages in a channel outside threads. */
  rootsIn(channel: string): readonly ShownMessage[];
  /** The messages below a message. */
  below(root: ShownMessage): readonly ShownMessage[];
  /** Opens a ticket as a person in their channel; returns whether Slack got an acknowledgement. */
  opens(user: string, title: string, severity: string): Promise<boolean>;
}

/** Opens a desk for these people; its processes share an embedded database and a desk file. */
export const deskOnSlack = async (
  people: readonly string[],
  settings: { readonly DATA_DIR: string; readonly DESK_FILE: string } & Readonly<Record<string, string>>,
): Promise<DeskOnSlack> => {
  let ahead = 0;
  const slack = await startFakeSlack({
    now: () => Date.now() + ahead,
    // Other tests measure how fast a process answers.
    ackTimeout: 20_000,
    users: people.map((id) => ({ id, name: id.slice(2).toLowerCase() })),
    channels: ["TRIAGE", "ACME"].map((name) => ({ id: `C0${name}`, name: name.toLowerCase() })),
  });
  return {
    slack,
    start: async () => {
      const desk = startDeskLater(ahead, {
        ...onSlack(slack, settings.DATA_DIR, settings.DESK_FILE),
        ...settings,
      });
      slack.deliverTo(`http://127.0.0.1:${await desk.ready()}/slack/events`);
      return desk;
    },
    sleepThrough: (ms) => void (ahead += ms),
    rootsIn: (channel) =>
      slack.channel(channel).messages.filter(({ thread, user }) => thread === null && user === slack.botUser),
    below: ({ channel, ts }) => slack.channel(channel).messages.filter(({ thread }) => thread === ts),
    opens: async (user, title, severity) => {
      await slack.user(user).types("C0ACME", `/ticket ${title}`);
      if (slack.user(user).seesForm() === null) return false;
      await slack.user(user).submits({ severity, description: "It does not work." });
      const received = slack.user(user).seesForm() === null;
      slack.user(user).closesForm();
      return received;
    },
  };
};
