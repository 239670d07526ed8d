/**
 * Whether a button's action is this one or begins with it, word by word: `reply 1001 slack:C0ACME` begins with `reply` and
 * with `reply 1001`. So a test presses a button without naming its label.
 */
export const beginsWith = (action: string, beginning: string): boolean =>
  action === beginning || action.startsWith(`${beginning} `);
