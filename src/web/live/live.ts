import type { Log } from "../../chat/port.ts";
import { endPresence, changesMark, readPresence, readVersions, writePresence } from "../../db/presence-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import type { Instant } from "../../sla/instant.ts";

/** A browser that waits for changes of a ticket, or of the queue (null). */
export interface Subscription {
  readonly ticket: number | null;
  /** The key of the person; of a contact their identity. */
  readonly person: string;
  /** The version of the ticket that the page shows; null if the page does not say it. */
  readonly seen: string | null;
  /** The account of a contact, who sees no one else who looks and is not seen. Null for staff. */
  readonly account: string | null;
  /** Whether the person may still read. It is asked again and again, because access can be withdrawn. */
  readonly isAllowed: () => Promise<boolean>;
  /** Their names for people, by key. */
  readonly nameOf: (person: string) => string;
}

/** Open pages that are told when something changed. */
export interface LivePages {
  /** The stream of a browser; null if there are too many. */
  subscribe(subscription: Subscription): Response | null;
  /** Ends all streams, and opens no more. */
  close(): void;
}

interface LiveDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly log: Log;
  /** How often (ms) the database is asked for changes while pages are open. */
  readonly everyMs: number;
  readonly most?: number;
  readonly mostPerPerson?: number;
  readonly mostOfAccount?: number;
  readonly mostOfContacts?: number;
}

export const usualEveryMs = 1_000;
/** All streams of a process. The port accepts a thousand connections, and platforms need the rest. */
const usualMost = 250;
const usualMostPerPerson = 10;
/** Streams of the contacts of one account, and of all contacts. The rest stays for the staff. */
const usualMostOfAccount = 30;
const usualMostOfContacts = 150;
/** After so many looks it is written again who is here, and asked whether they may still read. */
const looksPerBeat = 10;
/** A person whose page was closed without notice is shown for so long (ms), and one who typed for so long. */
const presentMs = 30_000;
const typingMs = 8_000;
/** A browser that does not read so many messages is cut off. */
const mostUnread = 100;

interface Listener extends Omit<Subscription, "seen"> {
  seen: string | null;
  readonly send: (event: string, data: string) => void;
  readonly end: () => void;
  people: string;
}

const encoder = new TextEncoder();
const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
  // Proxies such as nginx would collect the messages.
  "X-Accel-Buffering": "no",
};

export const createLive = ({
  db,
  now,
  log,
  everyMs,
  most = usualMost,
  mostPerPerson = usualMostPerPerson,
  mostOfAccount = usualMostOfAccount,
  mostOfContacts = usualMostOfContacts,
}: LiveDeps): LivePages => {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let looks = 0;

  const watched = (): readonly number[] => [
    ...new Set([...listeners].flatMap(({ ticket }) => (ticket === null ? [] : [ticket]))),
  ];

  /** Writes who is here, and ends the streams of people who may not read any more. */
  const beat = async (): Promise<void> => {
    for (const listener of listeners)
      if (!(await listener.isAllowed())) {
        listener.end();
        listeners.delete(listener);
      }
    const present = [...listeners].flatMap(({ ticket, person, account }) =>
      ticket === null || account !== null ? [] : [{ ticket, person }],
    );
    const unique = new Map(present.map((each) => [`${each.ticket} ${each.person}`, each]));
    await writePresence(db, [...unique.values()], { now: now(), forgetBefore: now() - 2 * presentMs });
    for (const { send } of listeners) send("beat", "");
  };

  const look = async (): Promise<void> => {
    if (looks % looksPerBeat === 0) await beat();
    looks += 1;
    const numbers = watched();
    const versions = await readVersions(db, numbers);
    const present = numbers.length === 0 ? [] : await readPresence(db, numbers, now() - presentMs);
    const newest = [...listeners].some(({ ticket }) => ticket === null) ? String(await changesMark(db)) : null;
    for (const listener of listeners) {
      const { ticket, person, send, nameOf, account } = listener;
      const is = ticket === null ? newest : String(versions.get(ticket) ?? "");
      if (listener.seen !== null && is !== null && is !== listener.seen) send("changed", is);
      listener.seen = is ?? listener.seen;
      const others = present.filter((each) => each.ticket === ticket && each.person !== person);
      const isTyping = (typedAt: Instant | null): boolean => typedAt !== null && now() - typedAt < typingMs;
      const people = JSON.stringify({
        looking: others.filter(({ typedAt }) => !isTyping(typedAt)).map((each) => nameOf(each.person)),
        typing: others.filter(({ typedAt }) => isTyping(typedAt)).map((each) => nameOf(each.person)),
      });
      if (ticket !== null && account === null && people !== listener.people) send("presence", people);
      listener.people = people;
    }
  };

  /** Looks again and again while a page is open. A failed look is repeated: pages say themselves that the database is away. */
  const run = (): void => {
    if (timer !== undefined || isClosed || listeners.size === 0) return;
    timer = setTimeout(() => {
      void look()
        .catch((error: unknown) => log.debug({ err: error }, "web.look-failed"))
        .finally(() => {
          timer = undefined;
          run();
        });
    }, everyMs);
    timer.unref();
  };

  const leave = (listener: Listener): void => {
    if (!listeners.delete(listener) || listener.ticket === null || listener.account !== null) return;
    const { ticket, person } = listener;
    const isElsewhere = [...listeners].some((each) => each.ticket === ticket && each.person === person);
    if (!isElsewhere) endPresence(db, ticket, person).catch(() => {});
  };

  /** Whether this person's account, or the contacts of all accounts together, have too many streams already. */
  const contactsHaveTooMany = ({ account }: Subscription): boolean => {
    if (account === null) return false;
    const contacts = [...listeners].filter((each) => each.account !== null);
    return (
      contacts.length >= mostOfContacts || contacts.filter((each) => each.account === account).length >= mostOfAccount
    );
  };

  return {
    subscribe: (subscription) => {
      const own = [...listeners].filter(({ person }) => person === subscription.person).length;
      const isFull = listeners.size >= most || own >= mostPerPerson || contactsHaveTooMany(subscription);
      if (isClosed || isFull) return null;
      let listener: Listener | undefined;
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          const end = (): void => {
            try {
              controller.close();
            } catch {
              // The browser left already.
            }
          };
          const send = (event: string, data: string): void => {
            if ((controller.desiredSize ?? 0) < -mostUnread) {
              end();
              if (listener !== undefined) leave(listener);
              return;
            }
            controller.enqueue(encoder.encode(`event: ${event}\ndata: ${data}\n\n`));
          };
          listener = { ...subscription, send, end, people: "" };
          listeners.add(listener);
          send("open", "");
        },
        cancel: () => {
          if (listener !== undefined) leave(listener);
        },
      });
      looks = 0;
      run();
      return new Response(body, { headers });
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
};

/** The version that the address of a stream names. */
export const seenIn = (given: string | undefined): string | null =>
  given !== undefined && /^\d{1,16}$/.test(given) ? given : null;
