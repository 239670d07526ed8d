import { doorsFor, impureRules, isDoor, isIndex, isWrongIndex } from "./feature-doors.ts";
import { crowdedFolders, cycles, doubledTypes, tooLong, wrongShape } from "./file-shapes.ts";
import { deskTypes, everyRoom, forPages, neutral } from "./often-imported.ts";
import { importsOf, withoutComments, type Source } from "./imports-of.ts";
import { pureRooms } from "./pure-rooms.ts";

/**
 * What each room may import: paths from the root (a folder ends with "/"), packages by name, `node:` for all of Node. A
 * room is also a path from the root; a file belongs to the longest that fits. What is not listed is forbidden.
 * Permission for a folder does not include a room inside it.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  // Reading plain texts: words that are nearly a command, and e-mail addresses.
  "src/text/": [],
  "src/sla/": [],
  "src/sla/wall-clock.ts": ["src/sla/", "luxon"],
  "src/tickets/": ["src/sla/", ...deskTypes],
  // The core imports features only here.
  "src/tickets/registry.ts": ["src/tickets/", "src/features/registry.ts", "src/features/merged.ts"],
  "src/chat/": ["src/sla/", "src/tickets/", ...deskTypes],
  "src/chat/platform-manifest.ts": ["src/chat/", "zod"],
  "src/i18n/": ["src/sla/", "src/tickets/", "src/chat/", ...deskTypes, "i18next"],
  // The features' sentences join the shared ones here.
  "src/i18n/say.ts": ["src/i18n/", "src/features/sentences.ts", ...deskTypes, "i18next"],
  // What cards of several features share.
  "src/cards/": ["src/sla/", "src/tickets/", "src/chat/", "src/i18n/", ...deskTypes],
  // Adapters describe the failures of their platforms.
  "src/cards/delivery-trouble.ts": ["adapters/index.ts", "src/chat/", "src/i18n/"],
  // Figures as pictures: plain data in, a chart out.
  "src/charts/": [
    "src/text/",
    "src/sla/",
    "src/reports/",
    "src/i18n/",
    ...deskTypes,
    "node:",
    "echarts",
    "@resvg/resvg-js",
  ],
  // Documents that people print: plain data in, a PDF out. Web pages draw them in `src/web/render`.
  "src/documents/": [
    "src/text/",
    "src/sla/",
    "src/tickets/",
    "src/charts/",
    "src/i18n/",
    ...deskTypes,
    "node:",
    "pdfkit",
  ],
  "src/features/": [
    "src/text/",
    "src/sla/",
    "src/reports/",
    "src/charts/chart.ts",
    "src/documents/document.ts",
    "src/tickets/",
    "src/chat/",
    "src/i18n/",
    "src/cards/",
    "src/requests/",
    "src/stored/",
    ...deskTypes,
    "zod",
  ],
  // How JSON is stored. Features say it of their own events and notifications.
  "src/stored/": [
    "src/sla/",
    "src/tickets/",
    "src/chat/",
    "src/reports/",
    "src/features/stored-messages.ts",
    "src/db/schema/rows.ts",
    "zod",
  ],
  "src/requests/": [
    "src/sla/",
    "src/tickets/",
    "src/chat/",
    "src/i18n/",
    "src/cards/",
    "src/features/",
    ...deskTypes,
    "zod",
  ],
  "src/desk/platform-ids.ts": [
    "adapters/index.ts",
    "src/desk/editing/hint.ts",
    "src/desk/expectation.ts",
    "src/tickets/refs.ts",
    "zod",
  ],
  "src/desk/": ["src/text/", "src/sla/", "src/tickets/", "src/features/", "node:", "zod", "yaml", "date-holidays"],
  "src/db/": [
    "src/sla/",
    "src/tickets/",
    "src/features/",
    "src/chat/",
    "src/stored/",
    "src/reports/",
    "src/mail/",
    ...deskTypes,
    "node:",
    "drizzle-orm",
    "postgres",
    "@electric-sql/pglite",
  ],
  "src/reports/": ["src/text/", "src/sla/", "src/tickets/", "src/desk/duration.ts", ...deskTypes, "csv-stringify"],
  // Mail to and from customers, as plain data: signed addresses, message ids.
  "src/mail/": ["src/text/", "src/sla/", "src/tickets/", "src/mail/reading/read-mail.ts", ...deskTypes, "node:crypto"],
  // Raw mails, which strangers write: a thread reads them.
  "src/mail/reading/": ["src/text/mail-address.ts", "src/tickets/format.ts", "node:", "mailparser", "html-to-text"],
  // Statements for customers: drafts, and what was sent, kept as it was.
  "src/statements/": [
    "src/db/",
    "src/reports/",
    "src/documents/",
    "src/charts/chart.ts",
    "src/i18n/",
    "src/features/",
    "src/tickets/",
    "src/sla/",
    ...deskTypes,
    "node:",
    "zod",
  ],
  "src/tickets/execute/": ["src/db/", "src/tickets/", "src/sla/", "src/chat/", ...deskTypes],
  "src/inbox/": [
    "src/reports/",
    "src/charts/",
    "src/tickets/execute/",
    "src/db/",
    "src/stored/versioned-json.ts",
    "src/requests/",
    "src/features/",
    "src/tickets/",
    "src/sla/",
    "src/chat/",
    "src/i18n/",
    "src/cards/",
    "src/delivery/",
    "src/jobs/deps.ts",
    "src/jobs/loop.ts",
    ...deskTypes,
    "node:",
    "p-limit",
  ],
  "src/delivery/": [
    "src/tickets/execute/",
    "src/reports/",
    "src/db/",
    "src/features/",
    "src/tickets/",
    "src/sla/",
    "src/chat/",
    "src/i18n/",
    "src/cards/",
    "src/requests/",
    "src/jobs/deps.ts",
    "src/jobs/loop.ts",
    ...deskTypes,
    // A home says which hours no person covers.
    "src/desk/checks/coverage.ts",
    "node:",
    "p-limit",
  ],
  "src/jobs/": [
    "src/inbox/",
    "src/mail/",
    "src/mail/reading/",
    "src/text/mail-address.ts",
    "src/reports/",
    "src/delivery/",
    "src/statements/",
    "src/tickets/execute/",
    "src/db/",
    "src/stored/versioned-json.ts",
    "src/features/",
    "src/tickets/",
    "src/sla/",
    "src/chat/",
    "src/i18n/",
    "src/cards/",
    "src/requests/",
    ...deskTypes,
    "node:",
    "p-limit",
  ],
  "adapters/shared/": [...neutral, "node:", "zod"],
  "adapters/slack/": [...neutral, "adapters/shared/", "node:", "zod", "@slack"],
  "adapters/discord/": [...neutral, "adapters/shared/", "node:", "zod", "discord.js", "@lezer/markdown"],
  "adapters/playground/": [...neutral, "adapters/shared/", "node:", "zod", "hono", "lit-html"],
  "adapters/web/": [...neutral, "adapters/shared/", "node:", "zod"],
  "adapters/email/": [
    ...neutral,
    "src/text/mail-address.ts",
    "adapters/shared/",
    "node:",
    "zod",
    "nodemailer",
    "imapflow",
  ],
  "adapters/index.ts": [
    "adapters/slack/manifest.ts",
    "adapters/discord/manifest.ts",
    "adapters/playground/manifest.ts",
    "adapters/email/manifest.ts",
    "adapters/web/manifest.ts",
    "src/chat/",
  ],
  "src/log/": ["adapters/index.ts", "src/chat/", "src/env.ts", "node:", "pino"],
  "src/http/": [
    "adapters/index.ts",
    "src/chat/",
    "src/db/",
    "src/tickets/",
    "src/tickets/execute/",
    "src/features/",
    "src/sla/",
    "src/jobs/",
    "node:",
    "hono",
    "@hono/node-server",
    "prom-client",
  ],
  "src/web/": [...forPages, "src/web/desk/settings/", "openid-client", "@fastify/busboy", "p-limit"],
  // The settings check and change the desk document itself.
  "src/web/desk/settings/": [...forPages, "src/web/", "src/desk/"],
  "src/start/": everyRoom,
  // Files at the top start everything: they may import all, and only the commands may import them.
  "src/": everyRoom,
  "src/commands/": [...everyRoom, "adapters/slack/"],
};

/** Every rule that these files break, one sentence each. */
export const brokenWalls = (files: readonly Source[]): readonly string[] => [
  ...files.flatMap((file) => [...wrongImports(file), ...wrongDoors(file), ...wrongWords(file), ...wrongShape(file)]),
  ...cycles(files),
  ...impureRules(files),
  ...tooLong(files),
  ...crowdedFolders(files),
  ...doubledTypes(files),
];

const roomOf = (path: string): string =>
  Object.keys(rooms)
    .filter((room) => path.startsWith(room))
    .toSorted((one, other) => other.length - one.length)[0] ?? "";

const allows = (permission: string, target: string): boolean =>
  permission.endsWith("/")
    ? target.startsWith(permission) && !isRoomInside(permission, target)
    : permission.endsWith(":")
      ? target.startsWith(permission)
      : target === permission || target.startsWith(`${permission}/`);

const isRoomInside = (permission: string, target: string): boolean =>
  Object.keys(rooms).some(
    (room) =>
      room.endsWith("/") && room.length > permission.length && room.startsWith(permission) && target.startsWith(room),
  );

const roomAllows = (path: string, target: string): boolean => {
  const room = roomOf(path);
  const permissions = [...(rooms[room] ?? []), ...(room.endsWith("/") ? [room] : [])];
  return permissions.some((each) => allows(each, target));
};

const wrongImports = (file: Source): readonly string[] =>
  importsOf(file)
    .filter((target) => !roomAllows(file.path, target))
    .map((target) => `${file.path} must not import ${target}`);

const wrongDoors = (file: Source): readonly string[] => {
  const { path } = file;
  return [
    ...importsOf(file)
      .filter((target) => roomAllows(path, target) && !isDoor(path, target))
      .map((target) => `${path} must not import ${target}: it enters a feature by ${doorsFor(path).join(" or ")}`),
    ...(isWrongIndex(file) ? [`${path} must only name what its own folder exports`] : []),
  ];
};

const wrongWords = ({ path, text }: Source): readonly string[] => {
  const code = withoutComments(text);
  const found = (pattern: RegExp): boolean => pattern.test(code);
  const isPure = pureRooms.includes(roomOf(path));
  const readsEnvironment = path === "src/main.ts" || path.startsWith("src/commands/");
  return [
    ...(isPure && found(/\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/) ? ["must not ask what time it is"] : []),
    ...(isPure && found(/\bMath\.random\b|\brandomUUID\b/) ? ["must not throw dice"] : []),
    ...(found(/\bconsole\.\w/) ? ["must not write to the console"] : []),
    ...(!readsEnvironment && found(/\bprocess\s*\.\s*env\b/) ? ["must not read the environment"] : []),
    ...(found(/\bsql\.raw\b/) ? ["must not build SQL from text"] : []),
    ...(!isIndex(path) && found(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*\bfrom\b/m)
      ? ["must not hand on what others export"]
      : []),
  ].map((rule) => `${path} ${rule}`);
};
