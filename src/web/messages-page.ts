/** How many messages the page of a ticket shows at most, and how many characters of them. */
export const messagesOnPage = 50;
export const charactersOnPage = 300_000;

/**
 * The index that an address gives for the first message that its page no longer shows, counted from the oldest, so that
 * an address keeps its messages when newer ones arrive. Null: the page shows the newest messages.
 */
export const beforeIn = (given: string | undefined): number | null =>
  given === undefined || !/^\d{1,9}$/.test(given) || Number(given) === 0 ? null : Number(given);

/** A page of messages: which ones, how many come before them, and how many there are in all. */
interface PageOfMessages {
  readonly before: number | null;
  readonly earlier: number;
  readonly all: number;
}

/** The addresses of a page of messages, of the one before it, and of the newest; null where it has none. */
export interface PageLinks {
  readonly path: string;
  readonly earlier: string | null;
  readonly newest: string | null;
}

/** `path`: the address of the newest messages. */
export const pageLinks = (path: string, { before, earlier, all }: PageOfMessages): PageLinks => {
  const pathBefore = (index: number): string => `${path}${path.includes("?") ? "&" : "?"}before=${String(index)}`;
  const shown = before === null || before >= all ? null : before;
  return {
    path: shown === null ? path : pathBefore(shown),
    earlier: earlier > 0 ? pathBefore(earlier) : null,
    newest: shown === null ? null : path,
  };
};
