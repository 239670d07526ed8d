/** How many messages the page of a ticket shows at most, and how many characters of them. */
export const messagesOnPage = 50;
export const charactersOnPage = 300_000;

/**
 * The index that an address gives for the first message that its page no longer shows, counted from the oldest, so that
 * an address keeps its messages when newer ones arrive. Null: the page shows the newest messages.
 */
export const beforeIn = (given: string | undefined): number | null =>
  given === undefined || !/^\d{1,9}$/.test(given) || Number(given) === 0 ? null : Number(given);

/** The address of a page of messages. */
export const messagesPath = (path: string, before: number | null, view: "history" | null = null): string => {
  const query = new URLSearchParams([
    ...(view === null ? [] : [["view", view]]),
    ...(before === null ? [] : [["before", String(before)]]),
  ]);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
};
