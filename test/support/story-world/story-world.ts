import type { ChatPort } from "../../../src/chat/port.ts";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import type { Steps } from "../../../src/jobs/steps.ts";
import type { Messages } from "../../../src/tickets/thread/thread-message.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import type { KeptLog } from "../../adapters/slack/stage.ts";
import { sampleDesk } from "../sample-desk.ts";
import type { groups, people } from "../test-platform/open.ts";
import { onSlack } from "./on-slack.ts";
import { onTestPlatform } from "./on-test-platform.ts";

/** A person of the sample desk. */
export type Name = keyof typeof people;
/** A channel of the sample desk. */
export type Where = keyof typeof groups;

/** A message as its readers see it. */
export interface StoryMessage {
  readonly channel: string;
  readonly id: string;
  /** Everything that can be read in it: mentions as `@` and the person's id, buttons in brackets. */
  readonly text: string;
  /** What its buttons and menu entries carry, in their order. */
  readonly actions: readonly string[];
  /** How often it was edited. */
  readonly edits: number;
}

/** What a person does, in words that fit every platform. Each promise resolves when the platform has its answer. */
export interface StoryPerson {
  /** Types a slash command, `/ticket Video is down`. */
  types(where: Where, line: string): Promise<void>;
  /** Writes a message, below another one if that is given. */
  writes(where: Where, text: string, below?: StoryMessage): Promise<void>;
  /** Presses a button by its label; `"private"` is the last answer that the bot gave this person alone. */
  presses(message: StoryMessage | "private", label: string): Promise<void>;
  /** Presses a button, or sends a form, that the bot did not show them. */
  forges(where: Where, action: string, values?: Readonly<Record<string, string>>): Promise<void>;
  seesForm(): {
    readonly title: string;
    readonly text: string;
    readonly fields: readonly string[];
    readonly initial: Readonly<Record<string, string>>;
    readonly errors: Readonly<Record<string, string>>;
  } | null;
  /** Fills in the open form and sends it; other questions keep their first answer. */
  submits(values?: Readonly<Record<string, string>>): Promise<void>;
  /** What the bot answered this person alone, oldest first. */
  readonly privates: readonly {
    readonly text: string;
    readonly actions: readonly string[];
    /** The channel where they alone see it; null for their direct messages with the bot. */
    readonly where: Where | null;
  }[];
}

/** What a story needs of the world, whichever platform it stands on. */
interface WorldClock {
  /** Lets everything happen that can happen now. */
  settle(): Promise<void>;
  /** Turns the clock forward by minutes and lets happen what that brings. */
  pass(minutesToPass: number): Promise<void>;
  passSeconds(seconds: number): Promise<void>;
  /** Turns the clock without stepping anything: the desk is down meanwhile. */
  sleepThrough(minutesToPass: number): void;
  now(): number;
}

/** The whole desk on one platform, with a clock to turn and loops to step by hand. */
export interface StoryWorld extends WorldClock {
  readonly steps: Steps;
  readonly database: DatabaseHandle;
  readonly ports: Map<string, ChatPort>;
  readonly log: KeptLog;
  ticket(number?: number): Promise<Ticket>;
  /** All messages in the threads of a ticket. */
  messages(number?: number): Promise<Messages>;
  /** What became of each reminder step, `50 sent`. */
  reminders(number?: number): Promise<readonly string[]>;
  /** The platform's own id of a person. */
  idOf(name: Name): string;
  user(name: Name): StoryPerson;
  /** The direct messages between a person and the bot, without the bot's answers to what they do. */
  direct(name: Name): readonly StoryMessage[];
  channel(where: Where): readonly StoryMessage[];
  /** The only triage card there is. */
  card(): StoryMessage;
  /** The only card in the technical team's channel. */
  techCard(): StoryMessage;
  /** The customer's card, the root of their thread. */
  conversation(): StoryMessage;
  /** The messages below a message. */
  thread(root: StoryMessage): readonly StoryMessage[];
  /** Who was mentioned in a channel, once for each mention: a name, or what else the platform notifies. */
  mentioned(where: Where): readonly string[];
  /** Opens a ticket as Carla through the form, and lets it settle. */
  opens(values?: Readonly<Record<string, string>>): Promise<void>;
  /** Puts another desk in force, as an applied file does. */
  applies(next: Desk): Promise<void>;
  /** The person has left the platform: no direct message reaches them. */
  leaves(name: Name): void;
  /** The person takes no direct messages of the bot. */
  shutsOut(name: Name): void;
  /** The bot can write in this channel no more. */
  loses(where: Where): void;
  /** The next direct message to this person is refused for so many seconds. */
  limits(name: Name, seconds: number): void;
  /** The next direct message to this person arrives, but the platform's answer to the bot is lost. */
  losesAnswer(name: Name): void;
  /** How many calls came although a limit had not passed. */
  violations(): number;
  stop(): Promise<void>;
}

/** The platforms of the stories in which the platform matters. Every other story is told on the test platform alone. */
export const storyPlatforms = ["slack", "testchat"] as const;
type StoryPlatform = (typeof storyPlatforms)[number] | "slack by sockets";

/** Starts a world on Monday at ten in Madrid. References of Slack in the desk stand for the same people and channels. */
export const startStoryWorld = (platform: StoryPlatform, desk: Desk = sampleDesk): Promise<StoryWorld> =>
  platform === "testchat" ? onTestPlatform(desk) : onSlack(desk, platform === "slack" ? "http" : "socket");
