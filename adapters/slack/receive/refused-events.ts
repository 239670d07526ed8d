import type { Instant } from "../../../src/sla/instant.ts";
import { z } from "zod";
import type { AttemptPause } from "../../shared/waiting.ts";

interface RefusedEventsDeps {
  readonly now: () => Instant;
  readonly pause: AttemptPause;
  /** Over HTTP nothing else says that Slack could not reach Plazo. Socket Mode notices lost connections. */
  readonly noticesSilence: boolean;
  /** Reads back from Slack what happened since then. Resolves when the catch-up has ended; never rejects. */
  readonly readBack: (since: Instant) => Promise<void>;
}

/**
 * Events that Plazo did not acknowledge: the database could not store them, too many requests waited, or Slack could not reach Plazo.
 */
export interface RefusedEvents {
  refused(body: unknown): void;
  /** An event was acknowledged. `retry`: the number of the repeat; null for Slack's first try. */
  received(body: unknown, retry: number | null): void;
  /** Reads back for another reason. What that covers is not read again because of a late repeat. */
  readBack(since: Instant): void;
}

/**
 * How long (ms) refusals may last without a catch-up. Slack repeats an event at once, after one minute and after five, so what
 * Plazo refused for a shorter time comes again.
 */
export const slackRepeatsMs = 60_000;
/** How long (ms) no event may be refused, or come late, before a catch-up begins. A catch-up during an overload would add to it. */
const calmMs = 10_000;
/** After this time (ms) Slack has given up an event that it could not deliver. */
const givenUpMs = 7 * 60_000;
/**
 * After a shorter silence (ms) Slack still repeats what it could not deliver: its last repeat comes five minutes after the first try
 * at the earliest.
 */
const silenceMs = 5 * 60_000;
/**
 * The shortest time (ms) between the end of a catch-up and the next one that late repeats or a silence begin. Each catch-up makes
 * many calls to Slack, and on a large desk it takes longer than this. One that began while another ran would end its search for deletions.
 */
const restMs = 10 * 60_000;

/** In seconds. A repeated event has the time of its first try. */
const timed = z.object({ event_time: z.number().positive() });

const happenedAt = (body: unknown, now: Instant): Instant => {
  const { data } = timed.safeParse(body);
  return data === undefined ? now : Math.min(now, data.event_time * 1000);
};

/** Remembers when events were received: one moment in ten seconds of the last minutes, and the last one before these. */
const createReceipts = (now: () => Instant) => {
  let receipts: readonly Instant[] = [now()];
  return {
    add: (): void => {
      const at = now();
      if (at - (receipts.at(-1) ?? 0) < calmMs) return;
      const older = receipts.filter((each) => each < at - 2 * givenUpMs).slice(-1);
      receipts = [...older, ...receipts.filter((each) => each >= at - 2 * givenUpMs), at];
    },
    lastBefore: (at: Instant): Instant => receipts.findLast((each) => each < at) ?? at,
    last: (): Instant => receipts.at(-1) ?? now(),
  };
};

interface Period {
  readonly since: Instant;
  readonly last: Instant;
}

/**
 * Remembers since when events were refused, and reads back from then when the refusals end. Slack gives an event up after its
 * third repeat, about six minutes later. The timer serves a desk on which people write nothing after the refusals. A repeat that
 * comes late, and that Plazo had not refused, says that Slack could not reach Plazo. Then Plazo reads back from the last event before.
 * It does so too at the first event after a silence: on a quiet desk Slack may have given up all that was written in it.
 */
export const createRefusedEvents = ({ now, pause, noticesSilence, readBack }: RefusedEventsDeps): RefusedEvents => {
  let period: Period | null = null;
  /** The refusals that ended last. */
  let ended: Period | null = null;
  let late: Period | null = null;
  /** What the last catch-up covers. */
  let covered: Period | null = null;
  let running = 0;
  let endedAt: Instant | null = null;
  const receipts = createReceipts(now);
  let isWaiting = false;

  const read = (since: Instant): void => {
    covered = { since, last: now() };
    running += 1;
    void readBack(since).then(() => {
      running -= 1;
      endedAt = now();
    });
  };
  const isRested = (): boolean => running === 0 && (endedAt === null || now() - endedAt >= restMs);

  const settle = (): void => {
    if (period !== null && now() - period.last >= calmMs) {
      ended = period;
      period = null;
      if (ended.last - ended.since >= slackRepeatsMs) read(ended.since);
    }
    if (late === null || now() - late.last < calmMs || !isRested()) return;
    const { since } = late;
    late = null;
    read(since);
  };
  const waitForCalm = async (): Promise<void> => {
    isWaiting = true;
    while ((period !== null || late !== null) && !pause.ended()) {
      await pause(calmMs);
      if (!pause.ended()) settle();
    }
    isWaiting = false;
  };

  const readLater = (since: Instant): void => {
    late = { since: Math.min(late?.since ?? since, since), last: now() };
    if (!isWaiting) void waitForCalm();
  };

  const noteLate = (at: Instant): void => {
    const own = period ?? ended;
    if (own !== null && at >= own.since && at <= own.last) return;
    // Slack gave up what it could not deliver before this event.
    const since = Math.min(receipts.lastBefore(at), at - givenUpMs);
    if (covered !== null && at < covered.last && since >= covered.since) return;
    readLater(since);
  };

  /**
   * A catch-up reads what was written until it began, so the silence counts from there. What was written shortly before the last
   * receipt may be given up too, if Slack could reach Plazo only for a moment.
   */
  const noteSilence = (): void => {
    const last = receipts.last();
    const since = last - givenUpMs;
    const readUntil = covered !== null && covered.since <= since ? covered.last : since;
    if (now() - Math.max(last, readUntil) > silenceMs) readLater(Math.max(since, readUntil));
  };

  return {
    refused: (body) => {
      const at = happenedAt(body, now());
      period = { since: Math.min(period?.since ?? at, at), last: now() };
      if (!isWaiting) void waitForCalm();
    },
    received: (body, retry) => {
      const at = happenedAt(body, now());
      if (retry !== null && now() - at > slackRepeatsMs) noteLate(at);
      if (noticesSilence) noteSilence();
      receipts.add();
      settle();
    },
    readBack: read,
  };
};
