import { userInfo } from "node:os";

/** The number of the account, where the system has numbers. */
const accountNumber = (): string => {
  const uid = process.getuid?.();
  return uid === undefined ? "unknown" : `uid ${uid}`;
};

/**
 * The account of this machine that runs the command, for the history of the desk and the log. A container may run under a
 * number that the system has no name for: then it is the number. `account` asks the system.
 */
export const operatorName = (account: () => { readonly username: string } = userInfo): string => {
  try {
    return account().username;
  } catch {
    // Node throws ENOENT for a number without a name.
    return accountNumber();
  }
};
