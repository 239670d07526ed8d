/** The greatest number the database can hold. */
const greatest = 2_147_483_647;

/** Whether a word was meant as a ticket number, right or wrong. */
export const looksLikeNumber = (word: string): boolean => /^(?:t-|[#+-])?\d/i.test(word);

/** Returns the ticket number that a word gives ("1042", "T-1042", "#1042"); null for any other word. */
export const ticketNumber = (word: string): number | null => {
  const digits = /^(?:t-|#)?(\d{1,10})$/i.exec(word)?.[1];
  const number = Number(digits ?? 0);
  return number >= 1 && number <= greatest ? number : null;
};
