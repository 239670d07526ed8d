import { defineConfig } from "vitest/config";

/** Tests that measure how soon something happens, or drive a browser: nothing else may run beside them. */
const alone = [
  "test/process/{kill,one-of-two,start-and-stop,words-stay-in}.test.ts",
  "test/http/database-away.test.ts",
  "test/browser/**/*.test.ts",
  "test/wire/**/*.test.ts",
];

export default defineConfig({
  test: {
    globalSetup: ["test/support/stop-postgres.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: "alone", include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
