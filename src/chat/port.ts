import type { LogEvent } from "./log-events.ts";
import type { Instant } from "../sla/instant.ts";
import type { ChannelRef, FileRef, UserRef } from "../tickets/refs.ts";
import type { AnswerPrivately, FirstAnswer } from "./answer.ts";
import type { Card, MessageRef } from "./card.ts";
import type { Attempt, CarriedFile, Delivery, Destination, Fetched } from "./delivery.ts";
import type { InboundEvent } from "./inbound-event.ts";
import type { RefusedReason } from "./refused.ts";
import type { Limits } from "./limits.ts";
import type { Suggestion, Typing } from "./suggestion.ts";
import type { ThreadRead } from "./reading/thread-read.ts";

/** The address at which a message can be looked at by whoever may see it; null where nobody can say. */
export type LinkTo = (ref: MessageRef) => string | null;

/** Outbound: the three things a platform can do for us, and what only some can. None throws; every failure is a value. */
export interface ChatPort {
  /** How fast it takes what we post and tell; undefined where nobody counts. */
  readonly limits?: Limits | undefined;
  post(to: Destination, card: Card, attempt: Attempt): Promise<Delivery>;
  edit(ref: MessageRef, card: Card): Promise<Delivery>;
  /** A direct message. The delivery's reference tells the channel it went to. */
  tell(user: UserRef, card: Card, attempt: Attempt): Promise<Delivery>;
  /** Reads a file that somebody shared here, from the platform's own servers and nowhere else; no more than `most` bytes of it. */
  fetchFile?(file: FileRef, most: number): Promise<Fetched>;
  /** Posts a file below a card of what it is. */
  postFile?(to: Destination, card: Card, file: CarriedFile, attempt: Attempt): Promise<Delivery>;
  /** A message with the thread it stands in, the beginning of it where that is long. */
  readThread?(message: MessageRef): Promise<ThreadRead>;
  /**
   * Fills in what an event names by its id alone, names above all. Called by the work that follows the acknowledgement. What
   * the platform does not say keeps its fallback.
   */
  complete?(inboundEvent: InboundEvent): Promise<InboundEvent>;
  /** Puts the ticket emoji on a message; that it is there already is no failure. */
  mark?(message: MessageRef): Promise<void>;
  /** Whether a new conversation can begin in a channel, as far as the platform tells beforehand. */
  canPost?(channel: ChannelRef): Promise<boolean>;
  /** Where one of its own messages can be looked at. */
  readonly linkTo?: LinkTo | undefined;
}

/** Inbound: what an adapter may ask of the bot. */
export interface Core {
  /** The first answer to an inbound event. Synchronous: no I/O. */
  meet(inboundEvent: InboundEvent): FirstAnswer;
  /**
   * Records the inbound event and resolves once that is committed; only then may the platform be told "received".
   * The work follows in its own time. Recording the same key again does nothing.
   * Rejects when it could not be recorded: the platform must then not be told "received".
   */
  accept(inboundEvent: InboundEvent, answer?: AnswerPrivately): Promise<void>;
  /**
   * Counts a request that a platform waits for; the result is called when it was answered. Background work waits meanwhile.
   * Null where too many wait already: the adapter refuses it at once, so that the platform repeats it or says that it failed.
   * `isRepeated` says whether the platform repeats what is refused; such requests are refused earlier.
   */
  admit?(isRepeated: boolean): (() => void) | null;
  /** The tickets that may be meant, best first. A help to the hand and no more: nothing is recorded, and it may reject. */
  suggest?(typing: Typing): Promise<readonly Suggestion[]>;
  /** The channels of a platform that the desk names, as last read. */
  channels?(platform: string): readonly ChannelRef[];
  /** The direct conversations of a platform in which something was said of late; no platform tells a bot which ones it has. */
  directs?(platform: string): Promise<readonly ChannelRef[]>;
}

/** What a log line says beside its event. An error, or the code of one, stands under `err` and under no other name. */
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
  /** The prefix of its references. */
  readonly platform: string;
  readonly port: ChatPort;
  /** Pages or webhooks served under `path` by the process's one HTTP listener. */
  readonly http?:
    | {
        readonly path: string;
        /** Whether only requests of this very machine are served: no other machine's, and none that a proxy may have forwarded. */
        readonly isLocalOnly?: boolean;
        /** The status to refuse a request with that its headers condemn, before its body is read; null where they do not. */
        refuses?(headers: Headers): 400 | 401 | null;
        /** In bytes; never more than the listener takes. */
        readonly largestBody?: number;
        handle(request: Request): Response | Promise<Response>;
      }
    | undefined;
  /** Connects. Resolves when ready to receive. */
  start(): Promise<void>;
  /** Stops taking new inbound events and finishes the ones under way. */
  stop(): Promise<void>;
  /** Null when ready, else one sentence why not. */
  notReady(): string | null;
  /**
   * Asks the platform itself what is wrong with how it is set up, and with those of the desk's channels that are its own, for
   * the operator: a sentence each. Never throws.
   */
  probe?(channels: readonly ChannelRef[]): Promise<readonly string[]>;
}

/** What only an adapter may do that shows the desk to a visitor: turn the desk's clock, and look into its tickets. */
export interface DeskControls {
  /** Where the adapter may keep its own data; null keeps it in the process only. */
  readonly dataDir: string | null;
  /** Turns the desk's clock forward by so many milliseconds; `stopped` is called at each due moment on the way. */
  turnClock(ms: number, stopped: () => void): Promise<void>;
  /** What happened to a ticket, and why it is due when it is due. */
  inspect(
    ticket: number,
    viewer: { readonly locale: "es" | "en"; readonly timezone: string },
  ): Promise<readonly Card[]>;
}

/** What every adapter is given. */
export interface AdapterDeps {
  /** Only on a desk that a visitor may control. */
  readonly controls?: DeskControls | undefined;
  /** For messages on the other platforms of the desk. */
  readonly linkTo?: LinkTo | undefined;
  readonly core: Core;
  readonly log: Log;
  readonly now: () => Instant;
  /** Counts requests that were turned away. */
  readonly refused?: ((why: RefusedReason) => void) | undefined;
}
