/** What the files at the top and the commands may import. */
export const everyRoom = [
  "src/env.ts",
  "src/clock.ts",
  "src/text/",
  "src/sla/",
  "src/tickets/",
  "src/tickets/execute/",
  "src/chat/",
  "src/i18n/",
  "src/cards/",
  "src/charts/",
  "src/documents/",
  "src/statements/",
  "src/features/",
  "src/requests/",
  "src/desk/",
  "src/stored/",
  "src/db/",
  "src/reports/",
  "src/mail/",
  "src/inbox/",
  "src/delivery/",
  "src/jobs/",
  "src/http/",
  "src/web/",
  "src/log/",
  "src/start/",
  "adapters/index.ts",
  "node:",
  "zod",
  "hono",
];

/** The types of a desk, for rooms that get one and do not read the desk file. */
export const deskTypes = [
  "src/desk/desk.ts",
  "src/desk/former.ts",
  "src/desk/look-alike.ts",
  "src/desk/coverage-gap.ts",
  "src/desk/expectation.ts",
  "src/desk/findings.ts",
];

/** What every adapter may know of tickets: references, moments and formats, which the neutral types use. */
export const neutral = [
  "src/chat/",
  "src/tickets/refs.ts",
  "src/tickets/format.ts",
  "src/sla/instant.ts",
  "src/sla/severity.ts",
];

/** What web pages are made of. */
export const forPages = [
  "src/mail/",
  "src/reports/",
  "src/statements/",
  "src/text/",
  "src/db/",
  "src/features/",
  "src/cards/",
  "src/charts/",
  "src/documents/",
  "src/statements/",
  "src/i18n/",
  "src/chat/",
  "src/tickets/",
  "src/tickets/execute/",
  "src/sla/",
  ...deskTypes,
  "node:",
  "hono",
  "src/delivery/judge-file.ts",
  "src/jobs/loop.ts",
  "src/http/rate-limit.ts",
  // Reports say which hours no person covers.
  "src/desk/checks/coverage.ts",
];
