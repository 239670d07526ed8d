/** What the playground takes beside a message: so many files, none with more bytes. */
export const fileCaps = { count: 5, bytes: 2_000_000 } as const;
