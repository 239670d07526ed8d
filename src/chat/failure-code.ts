/** The name of a platform that a failure may begin with, where several were tried. */
const platform = /^(?:slack|discord|email): /;

/**
 * The code that a failure's `why` begins with, for logs and checks. What a platform says after its code may quote a message or
 * an address, and is for those who read the ticket.
 */
export const failureCode = (why: string): string => {
  const [named = ""] = platform.exec(why) ?? [];
  const [code = ""] = why.slice(named.length).split(/[:;]/, 1);
  return `${named}${code.trim().slice(0, 80)}`;
};
