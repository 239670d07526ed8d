import { setTimeout as wait } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import type { Core, Log } from "../../../src/chat/port.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { mailboxTrouble } from "./mailbox-errors.ts";
import type { MailboxSettings } from "./mailbox-url.ts";
import { freshState, makeFolders, moveMails, takeMails } from "./take-mails.ts";

/** A mailbox whose mails are fetched while this process runs. */
export interface WatchedMailbox {
  start(): void;
  /** Finishes the mail under way. */
  stop(): Promise<void>;
  /** A sentence if the mailbox was never reached; else null. */
  notReady(): string | null;
}

interface MailboxDeps {
  readonly core: Required<Pick<Core, "acceptMail" | "mailOutcomes" | "holdMailbox" | "releaseMailbox">>;
  readonly log: Log;
  readonly now: () => Instant;
  /** For tests: how often to look, and how long to wait. */
  readonly pace?: Partial<typeof usualPace>;
}

/** Times in ms. */
const usualPace = {
  /** A server that announces new mails is asked this often all the same. */
  lookMs: 60_000,
  /** The same while mails are being decided on. */
  soonMs: 2_000,
  /** How often this process says that it holds the mailbox, and how often it asks whether another one does. */
  holdMs: 20_000,
  /** The first pause after a failure; it doubles up to the longest one. */
  pauseMs: 1_000,
  longestPauseMs: 5 * 60_000,
};

const clientFor = ({ host, port, isSecure, mustUpgrade, user, password }: MailboxSettings): ImapFlow => {
  const client = new ImapFlow({
    host,
    port,
    secure: isSecure,
    // A password is not sent in clear, except to this machine.
    doSTARTTLS: mustUpgrade ? true : isSecure ? undefined : false,
    auth: { user, pass: password },
    logger: false,
    // It waits for new mails by IDLE, or asks with NOOP where the server has none.
    autoIdleDelay: 500,
    maxIdleTime: 4 * 60_000,
    missingIdleCommand: "NOOP",
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 6 * 60_000,
  });
  // The command under way rejects as well.
  client.on("error", () => {});
  return client;
};

/** Rests until one of the others is over, or the time is. */
const restUntil = async (ms: number, ...earlier: readonly Promise<unknown>[]): Promise<void> => {
  const timer = new AbortController();
  const over = wait(ms, undefined, { signal: timer.signal, ref: false }).catch(() => {});
  await Promise.race([over, ...earlier]);
  timer.abort();
};

const saysWhy = ({ host }: MailboxSettings, code: string): string => `the mailbox at ${host} does not answer: ${code}`;

/** Connects once, and says in a sentence what is wrong. It changes nothing in the mailbox. */
export const probeMailbox = async (settings: MailboxSettings): Promise<readonly string[]> => {
  const client = clientFor(settings);
  try {
    await client.connect();
    await client.mailboxOpen(settings.folder, { readOnly: true });
    await client.logout();
    return [];
  } catch (error) {
    return [saysWhy(settings, mailboxTrouble(error))];
  } finally {
    client.close();
  }
};

/**
 * Fetches the mails of a mailbox: one process at a time, in the order in which they came. A mail is stored before it is touched. When the desk
 * has decided on it, it is marked as seen and moved; other mails stay as they are. A lost connection is opened again after a pause
 * that grows.
 */
export const watchMailbox = (settings: MailboxSettings, { core, log, now, pace }: MailboxDeps): WatchedMailbox => {
  const { lookMs, soonMs, holdMs, pauseMs, longestPauseMs } = { ...usualPace, ...pace };
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  let running: Promise<void> = Promise.resolve();
  let wasReached = false;
  let trouble: string | null = null;
  /** Tries in a row that did not reach the mailbox. */
  let failures = 0;

  /** Fetches mails until the connection or the hold ends, or the process stops. */
  const serve = async (since: Instant): Promise<void> => {
    const client = clientFor(settings);
    const closed = new Promise<void>((resolve) => client.on("close", resolve));
    let announced = Promise.withResolvers<void>();
    client.on("exists", () => announced.resolve());
    let heldUntil = performance.now() + holdMs;
    const renew = async (): Promise<boolean> => {
      if (signal.aborted) return false;
      if (performance.now() < heldUntil) return true;
      heldUntil = performance.now() + holdMs;
      return (await core.holdMailbox(settings.name)) !== null;
    };
    try {
      await client.connect();
      await client.mailboxOpen(settings.folder);
      const folders = await makeFolders(client);
      if (trouble !== null || !wasReached) log.info({}, "mailbox.reached");
      [wasReached, trouble, failures] = [true, null, 0];
      const state = freshState();
      for (let lookAt = 0; await renew();) {
        if (performance.now() >= lookAt) {
          announced = Promise.withResolvers<void>();
          await takeMails(client, state, { since, renew }, { core, log, now });
          lookAt = performance.now() + lookMs;
        }
        const open = await moveMails(client, state, folders, { core, log, now });
        const isThere = announced.promise.then(() => void (lookAt = 0));
        await restUntil(open > 0 ? soonMs : Math.min(holdMs, lookMs), isThere, closed, stopped);
        if (!client.usable && !signal.aborted) throw Object.assign(new Error("closed"), { code: "EConnectionClosed" });
      }
      await client.logout();
    } finally {
      client.close();
    }
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        const since = await core.holdMailbox(settings.name);
        if (since === null) [trouble, failures] = [null, 0];
        else {
          await serve(since);
          await core.releaseMailbox(settings.name);
        }
        await restUntil(holdMs, stopped);
      } catch (error) {
        trouble = mailboxTrouble(error);
        log.warn({ err: trouble, failures }, "mailbox.failed");
        const pause = Math.min(longestPauseMs, pauseMs * 2 ** failures);
        failures = Math.min(20, failures + 1);
        // Processes that lost the same server do not all come back at once.
        await restUntil(pause * (0.5 + Math.random() / 2), stopped);
      }
    }
  };

  return {
    start: () => {
      running = run();
    },
    stop: async () => {
      stopping.abort();
      await running;
      await core.releaseMailbox(settings.name).catch(() => {});
    },
    notReady: () => (wasReached || trouble === null ? null : saysWhy(settings, trouble)),
  };
};
