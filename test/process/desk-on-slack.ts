import { startFakeSlack } from "../support/fake-slack/index.ts";
import type { FakeSlack, ShownMessage } from "../support/fake-slack/interface.ts";
import { onSlack, startDesk, type DeskProcess } from "./desk-process.ts";

/** A desk of one process after another on a fake Slack that outlives them. */
export interface DeskOnSlack {
  readonly slack: FakeSlack;
  /** Starts the next process: its clock and Slack's are ahead of the machine's by all that `sleepThrough` was given. */
  start(): Promise<DeskProcess>;
  sleepThrough(ms: number): void;
  /** Messages of ours in a channel, below no other. */
  rootsIn(channel: string): readonly ShownMessage[];
  /** What stands below a message. */
  below(root: ShownMessage): readonly ShownMessage[];
  /** Opens a ticket as somebody in their channel and says whether Slack was told "received". */
  opens(user: string, title: string, severity: string): Promise<boolean>;
}

/** Opens one for these people, whose processes share an embedded database and a desk file. */
export const deskOnSlack = async (
  people: readonly string[],
  settings: { readonly DATA_DIR: string; readonly DESK_FILE: string },
): Promise<DeskOnSlack> => {
  let ahead = 0;
  const slack = await startFakeSlack({
    now: () => Date.now() + ahead,
    // How soon a process answers is measured elsewhere.
    ackTimeout: 20_000,
    users: people.map((id) => ({ id, name: id.slice(2).toLowerCase() })),
    channels: ["TRIAGE", "ACME"].map((name) => ({ id: `C0${name}`, name: name.toLowerCase() })),
  });
  return {
    slack,
    start: async () => {
      const all = { ...onSlack(slack, settings.DATA_DIR, settings.DESK_FILE), LATER_MS: String(ahead) };
      const desk = startDesk(all, [process.execPath, "--import", "./test/process/later.ts", "src/main.ts"]);
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
