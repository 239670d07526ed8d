import type { LogEvent } from "./log-events.ts";
import type { Instant } from "../sla/instant.ts";
import type { ChannelRef, FileRef, UserRef } from "../tickets/refs.ts";
import type { AnswerPrivately, FirstAnswer, Menus, Suggestion, Typing } from "./answer.ts";
import type { Card, MessageRef } from "./card.ts";
import type { Attempt, CarriedFile, Delivery, Destination, Fetched, Pace } from "./delivery.ts";
import type { Listing } from "./directory.ts";
import type { HomePort, HomeRequest } from "./home.ts";
import type { ChatUser, InboundEvent } from "./inbound-event.ts";
import type { TicketMail } from "./mail.ts";
import type { RefusedReason } from "./refused.ts";
import type { IdRange, StoredIn, StoredMessage, ThreadInUse } from "./stored-messages.ts";
import type { ReadFrom, ThreadRead } from "./reading/thread-read.ts";

/** How fast a bot may send on this platform. Faster calls are refused with a 429. */
export interface Limits {
  /** Messages to one channel or person. */
  readonly perPlace: Pace;
  /** Platforms count edits apart from new messages, either per channel or on the whole platform. */
  readonly edits: Pace & { readonly in: "place" | "platform" };
  /** Calls per minute on the whole platform. */
  readonly perMinute: number;
}

/** The web address of a message for people who may see it; null if it is unknown. */
export type LinkTo = (ref: MessageRef) => string | null;

/** A channel or a person whose name is asked for. */
export type Named = { readonly channel: ChannelRef } | { readonly user: UserRef };

/** Outbound: three required methods, and some that only some platforms have. None throws; every failure is a value. */
export interface ChatPort {
  /** How fast the platform accepts messages; undefined if it has no limits. */
  readonly limits?: Limits;
  post(to: Destination, card: Card, attempt: Attempt): Promise<Delivery>;
  edit(ref: MessageRef, card: Card): Promise<Delivery>;
  /** Sends a direct message. The delivery's reference contains the channel of the direct messages. */
  tell(user: UserRef, card: Card, attempt: Attempt): Promise<Delivery>;
  /** Reads at most `most` bytes of a file that a person shared here. It asks the platform's own servers only. */
  fetchFile?(file: FileRef, most: number): Promise<Fetched>;
  /** Posts a file with a card that describes it. */
  postFile?(to: Destination, card: Card, file: CarriedFile, attempt: Attempt): Promise<Delivery>;
  /** Sends a mail to a contact about a ticket. Only mail platforms have it. */
  sendMail?(mail: TicketMail, attempt: Attempt): Promise<Delivery>;
  /**
   * Reads a message and its thread, or the first part of a long thread. With `from`, reads the part that begins there; then
   * the message itself need not be in it.
   */
  readThread?(message: MessageRef, from?: ReadFrom): Promise<ThreadRead>;
  /**
   * Fills in what an event gives only by id, such as names. The inbox calls it after the platform got its acknowledgement.
   * Unknown names keep their fallback.
   */
  complete?(inboundEvent: InboundEvent): Promise<InboundEvent>;
  /** Adds the 🎫 emoji to a message. If the emoji is already there, this is not a failure. */
  mark?(message: MessageRef): Promise<void>;
  /** Whether a new conversation can begin in this channel, as far as the platform says in advance. */
  canPost?(channel: ChannelRef): Promise<boolean>;
  /** The name of a channel, without a leading "#", or of a person; null if the platform does not tell it. */
  nameOf?(named: Named): Promise<string | null>;
  /** Looks for people in the platform's own list, by name or id. The adapter remembers the list for some minutes. */
  findPeople?(text: string): Promise<Listing>;
  /** The same for channels. */
  findChannels?(text: string): Promise<Listing>;
  /** The web addresses of messages on this platform. */
  readonly linkTo?: LinkTo;
  /** Undefined if people have no home on this platform; its manifest says the same (`hasHome`). */
  readonly home?: HomePort;
}

/** A person, and the channel in which they wrote. */
export interface Asker {
  readonly by: Pick<ChatUser, "user" | "membership">;
  readonly channel: ChannelRef;
}

/** How a mail came. */
export interface ArrivingMail {
  readonly source: "imap" | "http";
  /** When the mail server took it. */
  readonly receivedAt: Instant;
  /** The addresses that the server was given for it; empty if it does not say. */
  readonly sentTo: readonly string[];
  /** In bytes, of the whole mail. */
  readonly size: number;
  /** False: the mail is too large, and the bytes are only its head. It is set aside. */
  readonly isWhole: boolean;
}

/** Inbound: what an adapter may call. */
export interface Core {
  /** The first answer to an inbound event. Synchronous: no I/O. */
  acknowledge(inboundEvent: InboundEvent): FirstAnswer;
  /**
   * Stores the inbound event and resolves when that is committed. Only then may the adapter acknowledge it to the platform.
   * The inbox processes it later. Storing the same key again does nothing, except that an event which was refused for now or put aside is
   * processed again. `isRepeat`: the platform sends it once more, or the adapter found it after an absence. No person did it again, so it stays as it was.
   * Rejects if it could not be stored: the adapter must then not acknowledge it.
   */
  accept(inboundEvent: InboundEvent, answer?: AnswerPrivately, isRepeat?: boolean): Promise<void>;
  /**
   * Takes in a raw mail. It is committed when this resolves; only then may the adapter touch the mailbox or answer. The same mail is
   * taken once. Resolves with the number of the mail. Rejects if it could not be stored.
   */
  acceptMail?(raw: Uint8Array, arriving: ArrivingMail): Promise<number>;
  /** Which of these mails are read and decided on (`done`), or set aside because they cannot be read (`failed`). */
  mailOutcomes?(ids: readonly number[]): Promise<ReadonlyMap<number, "done" | "failed">>;
  /**
   * Holds a mailbox for a minute, so that one process at a time takes its mails. Resolves with the time from which its mails count: when
   * it was held first. Null if another process holds it.
   */
  holdMailbox?(name: string): Promise<Instant | null>;
  /** Lets another process hold the mailbox. */
  releaseMailbox?(name: string): Promise<void>;
  /**
   * Counts a request that a platform waits for. The adapter calls the result when it has answered; until then background
   * work waits.
   * Null if too many requests wait: the adapter refuses this one at once, and the platform repeats it or reports a failure.
   * `isRepeated`: the platform repeats refused requests of this kind, so they are refused earlier.
   */
  admit?(isRepeated: boolean): (() => void) | null;
  /** A person looks at their home, or pressed a button on it. It is drawn and published later. Returns at once. */
  showHome?(request: HomeRequest): void;
  /** The tickets that a person may mean, best first. Nothing is stored, and it may reject. */
  suggest?(typing: Typing): Promise<readonly Suggestion[]>;
  /** The channels on a platform that the desk names, as last read. */
  channels?(platform: string): readonly ChannelRef[];
  /** The desk's channels whose names a person may read: those of their account, and all of them for staff. */
  channelsShownTo?(asker: Asker): readonly ChannelRef[];
  /** The direct conversations on a platform with recent messages, the newest first. Discord lists no direct conversations of a bot. */
  directs?(platform: string, most: number): Promise<readonly ChannelRef[]>;
  /**
   * The messages of tickets and prompts in a place, which an adapter compares with those that the platform still has. At most
   * `mostStored`, the newest first; deleted ones are left out.
   */
  storedMessages?(place: StoredIn, range: IdRange): Promise<readonly StoredMessage[]>;
  /** The threads of tickets on a platform, those with the newest activity first: what an adapter reads back after an absence. */
  threadsInUse?(platform: string, most: number): Promise<readonly ThreadInUse[]>;
}

/** What a log line says beside its event. An error, or its code, is always under `err`. */
export interface LogFacts {
  readonly err?: unknown;
  readonly error?: never;
  readonly why?: never;
  readonly [fact: string]: unknown;
}

/** A log that redacts. */
export interface Log {
  debug(facts: LogFacts, event: LogEvent): void;
  info(facts: LogFacts, event: LogEvent): void;
  warn(facts: LogFacts, event: LogEvent): void;
  error(facts: LogFacts, event: LogEvent): void;
}

/** One platform, ready to run. */
export interface Adapter {
  /** The prefix of the platform's references. */
  readonly platform: string;
  readonly port: ChatPort;
  /** Pages or webhooks that the process's HTTP listener serves under `path`. */
  readonly http?: {
    readonly path: string;
    /** If set, only requests from this machine are served, and none that a proxy may have forwarded. */
    readonly isLocalOnly?: boolean;
    /** The status with which to refuse a request because of its headers, before its body is read; null to read on. */
    refuses?(headers: Headers): 400 | 401 | null;
    /** In bytes. The listener's own limit also applies. */
    readonly largestBody?: number;
    /** Bodies up to `largestBody` have a budget of their own, beyond the listener's limit. */
    readonly isLarge?: true;
    /** In bytes: a larger limit for a request with these headers, where it is known who sends it. */
    bodyFor?(headers: Headers): Promise<number>;
    /** `peer` is the address of the connection's other end; null if it is unknown. */
    handle(request: Request, peer: string | null): Response | Promise<Response>;
  };
  /** Connects. Resolves when ready to receive. */
  start(): Promise<void>;
  /** Stops taking new inbound events and finishes the ones under way. */
  stop(): Promise<void>;
  /** Null if ready; otherwise a sentence that says why not. */
  notReady(): string | null;
  /**
   * Asks the platform what is wrong with its setup and with the desk's channels on it. Returns a sentence for the operator
   * per fault. Never throws.
   */
  probe?(channels: readonly ChannelRef[]): Promise<readonly string[]>;
}

/** What an adapter may do that shows the desk to a visitor: move the desk's clock, and inspect its tickets. */
export interface DeskControls {
  /** Where the adapter may keep its own data; null keeps it in the process only. */
  readonly dataDir: string | null;
  /** Aborted when the desk must not be shown any more. The reason is a text for the visitor that says why. */
  readonly closed: AbortSignal;
  /** Moves the desk's clock forward by so many milliseconds; `stopped` is called at each due moment on the way. */
  turnClock(ms: number, stopped: () => void): Promise<void>;
  /** A path that signs this person in to the web desk or the client area once; null if neither is for them. */
  webPath(person: { readonly user: UserRef; readonly name: string }): Promise<string | null>;
  /** What happened to a ticket, and why it is due when it is due. */
  inspect(
    ticket: number,
    viewer: { readonly locale: "es" | "en" | "pt"; readonly timezone: string },
  ): Promise<readonly Card[]>;
}

/** What became of telling a person. `byMail`: mail alone reaches them outside the client area. */
export type Announced = Delivery & { readonly byMail: boolean };

/** Where the messages of the client area are stored, and who hears of them. Only that adapter uses it. */
export interface AreaMessages {
  /** Whether the person may use the client area now. */
  isOpenTo(user: UserRef): Promise<boolean>;
  /** Whether there is this message. */
  has(channel: ChannelRef, id: string): Promise<boolean>;
  /** Stores a message; the same key stores one. */
  write(to: Destination, card: Card, attempt: Attempt): Promise<MessageRef>;
  /** Shows another card in place of a message. Null if there is no such message. */
  edit(ref: MessageRef, card: Card): Promise<MessageRef | null>;
  /** The bytes of a file that a contact sent with a form; null if there is none any more. */
  readFile(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * Tells a person of a message in their mail or chat, once. Null if there is no need or no way to do so. `attempt` is that of the
   * message itself.
   */
  announce(user: UserRef, ref: MessageRef, card: Card, attempt: Attempt): Promise<Announced | null>;
}

/** What every adapter is given. */
export interface AdapterDeps {
  /** Only on a desk that a visitor may control. */
  readonly controls?: DeskControls;
  /** Undefined where no client area is served. */
  readonly area?: AreaMessages;
  /** Gives the addresses of messages on the desk's other platforms. */
  readonly linkTo?: LinkTo;
  readonly core: Core;
  /** The subcommands, for a platform that shows hints while a person types. */
  readonly menus?: Menus;
  readonly log: Log;
  readonly now: () => Instant;
  /** Counts refused requests. */
  readonly refused?: (why: RefusedReason) => void;
}
