/** Rooms whose results must not depend on time, chance or the machine, and that have no outside effects. */
export const pureRooms: readonly string[] = [
  "src/text/",
  "src/sla/",
  "src/tickets/",
  "src/tickets/registry.ts",
  "src/chat/",
  "src/i18n/",
  "src/cards/",
  "src/charts/",
  "src/documents/",
  "src/reports/",
  "src/features/",
  "src/stored/",
  "src/requests/",
  "src/desk/",
  "src/mail/",
];
