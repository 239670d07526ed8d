import { platforms } from "../../adapters/index.ts";

/** If several platforms were tried, each failure begins with the name of its platform. */
const platform = new RegExp(`^(?:${platforms.map(({ name }) => name).join("|")}): `);

/**
 * The code at the beginning of a failure's `why`, for logs and checks. The platform's text after the code may quote a message
 * or an address, so only people who may read the ticket see it.
 */
export const failureCode = (why: string): string => {
  const [named = ""] = platform.exec(why) ?? [];
  const [code = ""] = why.slice(named.length).split(/[:;]/, 1);
  return `${named}${code.trim().slice(0, 80)}`;
};
