/** The limits of a message's files: how many, and how many bytes each. */
export const fileCaps = { count: 5, bytes: 2_000_000 } as const;
