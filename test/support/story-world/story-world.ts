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
/** Where a person acts: in a channel, or in their direct messages with the bot. */
export type Spot = Where | "direct";

/** Names one message. */
export interface MessageKey {
  readonly channel: string;
  readonly id: string;
}

/** A message as its readers see it. */
export interface StoryMessage extends MessageKey {
  /** The first message of the thread that it belongs to; null for one that begins none. */
  readonly thread: string | null;
  /** Whether the bot wrote it. */
  readonly isBots: boolean;
  /** Everything that can be read in it: mentions as `@` and the person's id, buttons in brackets. */
  readonly text: string;
  /** What its buttons and menu entries carry, in their order. */
  readonly actions: readonly string[];
  /** How often it was edited. */
  readonly edits: number;
}

/** A file that a person sends. */
export interface SharedFile {
  readonly name: string;
  readonly type?: string;
  readonly content: string;
}

/** A file that the bot sent. */
export interface BotFile {
  readonly name: string;
  readonly content: string;
  readonly sharedIn: Name | Where | null;
}

/** How a call of the bot fails: the platform refuses it, or the connection breaks before or after the message arrived. */
export type Failure = "token revoked" | "unavailable" | "gone" | "breaks before" | "breaks after";

/** What a person does, in words that fit every platform. Each promise resolves when the platform has its answer. */
export interface StoryPerson {
  /** Types a slash command, `/ticket Video is down`. */
  types(where: Spot, line: string): Promise<void>;
  /** Writes a message, below another one if that is given. */
  writes(where: Spot, text: string, below?: MessageKey, files?: readonly SharedFile[]): Promise<MessageKey>;
  /** Writes a message that mentions the bot. */
  calls(where: Where, text: string, below?: MessageKey): Promise<MessageKey>;
  /** Edits a message of their own. */
  edits(message: MessageKey, text: string): Promise<void>;
  /** Deletes a message of their own. */
  deletes(message: MessageKey): Promise<void>;
  /** Chooses Plazo's entry in the menu of a message. */
  picks(message: MessageKey): Promise<void>;
  /** Presses a button by its label; `"private"` is the last answer that the bot gave this person alone. */
  presses(message: MessageKey | "private", label: string): Promise<void>;
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

type Ref = `${"slack" | "testchat"}:${string}`;

/** The whole desk on one platform, with a clock to turn and loops to step by hand. */
export interface StoryWorld extends WorldClock {
  readonly steps: Steps;
  readonly database: DatabaseHandle;
  readonly ports: Map<string, ChatPort>;
  readonly log: KeptLog;
  /** The refusals and disclosures that metrics counted, `refused notAllowed`. */
  readonly counted: readonly string[];
  /** Messages that were set aside, as the operator sees them: `T-1001 customerMessage`. */
  readonly asides: readonly string[];
  /** The files that the bot sent, oldest first. */
  readonly files: readonly BotFile[];
  ticket(number?: number): Promise<Ticket>;
  /** All messages in the threads of a ticket. */
  messages(number?: number): Promise<Messages>;
  /** What became of each reminder step, `50 sent`. */
  reminders(number?: number): Promise<readonly string[]>;
  /** The platform's own id of a person or a channel. */
  idOf(name: Name | Where): string;
  /** The reference of a person or a channel. */
  refOf(name: Name | Where): Ref;
  user(name: Name): StoryPerson;
  /** The direct messages between a person and the bot, without the bot's answers to what they do. */
  direct(name: Name): readonly StoryMessage[];
  /** All messages between a person and the bot, answers too, as far as they stay in the conversation. */
  inDirect(name: Name): readonly StoryMessage[];
  channel(where: Where): readonly StoryMessage[];
  /** The bot's messages in a channel that are not below another one. */
  cards(where: Where): readonly StoryMessage[];
  /** The only triage card there is. */
  card(): StoryMessage;
  /** The only card in the technical team's channel. */
  techCard(): StoryMessage;
  /** The customer's card, the root of their thread. */
  conversation(): StoryMessage;
  /** The messages below a message. */
  thread(root: MessageKey): readonly StoryMessage[];
  /** Who was mentioned in a channel, once for each mention: a name, or what else the platform notifies. */
  mentioned(where: Where): readonly string[];
  /** Opens a ticket as Carla through the form, and lets it settle. */
  opens(values?: Readonly<Record<string, string>>): Promise<void>;
  /** The desk with the people and channels of this world's platform. */
  deskHere(desk: Desk): Desk;
  /** Puts another desk in force, as an applied file does; returns how many tickets were offered. */
  applies(next: Desk): Promise<number>;
  /** The person has left the platform: no direct message reaches them. */
  leaves(name: Name): void;
  /** The person takes no direct messages of the bot. */
  shutsOut(name: Name): void;
  /** A message of the bot disappears, and the bot is not told. */
  vanishes(message: MessageKey): void;
  /** The bot can write in this channel no more. */
  loses(where: Where): void;
  /** The next direct message to this person is refused for so many seconds. */
  limits(name: Name, seconds: number): void;
  /** The next messages to this person or this channel fail. */
  fails(to: Name | Where, how: Failure, times?: number): void;
  /** How many calls came although a limit had not passed. */
  violations(): number;
  /** Ends the story. All JSON that it stored must be readable, apart from rows that the story damaged. */
  stop(damaged?: readonly string[]): Promise<void>;
}

/** The platforms of the stories in which the platform matters. Every other story is told on the test platform alone. */
export const storyPlatforms = ["slack", "testchat"] as const;
type StoryPlatform = (typeof storyPlatforms)[number] | "slack by sockets";

/** Starts a world on Monday at ten in Madrid. References of Slack in the desk stand for the same people and channels. */
export const startStoryWorld = (
  platform: StoryPlatform,
  desk: Desk = sampleDesk,
  database?: DatabaseHandle,
): Promise<StoryWorld> =>
  platform === "testchat"
    ? onTestPlatform(desk, database)
    : onSlack(desk, platform === "slack" ? "http" : "socket", database);
