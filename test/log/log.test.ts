import { expect, test } from "vitest";
import { logEvents } from "../../src/chat/log-events.ts";
import { createLog, type NestedLog } from "../../src/log/log.ts";

const secrets = ["hunter2-canary", 'quo"te-canary'];

const logged = (write: (log: NestedLog) => void): string => {
  const lines: string[] = [];
  write(createLog({ logLevel: "debug", secrets }, (line) => void lines.push(line)));
  return lines.join("");
};

test("a log line has the time, the level and the event, and an error's message, stack and cause", () => {
  const error = new Error("outer", { cause: new Error("inner") });
  const line: unknown = JSON.parse(
    logged((log) => log.child({ loop: "outbox" }).warn({ err: error, ticket: 7 }, "outbox.retry")),
  );
  expect(line).toMatchObject({
    level: "warn",
    loop: "outbox",
    ticket: 7,
    event: "outbox.retry",
    msg: logEvents["outbox.retry"],
    err: { message: "outer: inner" },
  });
  expect(line).toHaveProperty("time", expect.stringMatching(/^\d{4}-.*Z$/));
});

test("a line below the level is not written", () => {
  const lines: string[] = [];
  createLog({ logLevel: "warn", secrets: [] }, (line) => void lines.push(line)).info({}, "process.ready");
  expect(lines).toEqual([]);
});

test.each<[string, (log: NestedLog) => void]>([
  ["a bot token in a text", (log) => log.info({ text: "using xoxb-1-canary" }, "process.ready")],
  ["a rotated token in an error", (log) => log.error({ err: new Error("bad xoxe.xoxp-1-canary-x") }, "http.failed")],
  [
    "an app token in a stack",
    (log) =>
      log.error(
        { err: Object.assign(new Error("x"), { stack: "Error: x\n    at xapp-1-canary (file)" }) },
        "http.failed",
      ),
  ],
  [
    "a secret in an error's cause",
    (log) => log.error({ err: new Error("x", { cause: new Error("xoxb-canary-1") }) }, "http.failed"),
  ],
  ["a known value in a URL", (log) => log.info({ url: "https://h/?q=hunter2-canary" }, "process.ready")],
  [
    "a known value with a quotation mark",
    (log) => log.info({ deep: { er: ['quo"te-canary'] }, text: 'quo"te-canary' }, "process.ready"),
  ],
  [
    "a secret header",
    (log) =>
      log.info(
        { headers: { authorization: "canary" }, text: "Authorization: Bearer canary.canary.canary" },
        "process.ready",
      ),
  ],
  [
    "a value with a secret's name, at any depth",
    (log) => log.info({ a: { b: { c: { signingSecret: "canary", dbPassword: 'ca"nary canary' } } } }, "process.ready"),
  ],
  [
    "a value with a secret's name, in a body that is text",
    (log) => log.info({ body: JSON.stringify({ token: 'ca"nary \\n canary', x: 1 }) }, "process.ready"),
  ],
  [
    "an address with a password",
    (log) => log.info({ err: new Error("connect postgres://plazo:canary/4@h:1/d") }, "process.ready"),
  ],
  [
    "a Discord webhook address",
    (log) =>
      log.info({ route: "PATCH /api/v10/webhooks/310000000000000001/canary_-4/messages/@original" }, "process.ready"),
  ],
  [
    "a Discord interaction address",
    (log) => log.info({ url: "https://discord.com/api/v10/interactions/31/canary/callback" }, "process.ready"),
  ],
  ["a response URL", (log) => log.info({ at: "https://hooks.slack.com/commands/T1/2/canary" }, "process.ready")],
  ["a token in a query", (log) => log.info({ path: "/hook?x=1&token=canary" }, "process.ready")],
  ["a secret in a child logger's fields", (log) => log.child({ token: "canary" }).info({}, "process.ready")],
])("the log removes %s", (_, write) => {
  const line = logged(write);
  expect(line).toContain("[redacted]");
  expect(line).not.toContain("canary");
  expect(() => JSON.parse(line) as unknown).not.toThrow();
});

test("the log keeps what is not secret", () => {
  const line = logged((log) =>
    log.info(
      { ticket: "T-1042", url: "https://docs.example.com/a:b@c", text: "Bot started, bearer of news" },
      "process.ready",
    ),
  );
  expect(JSON.parse(line)).toMatchObject({
    ticket: "T-1042",
    url: "https://docs.example.com/a:b@c",
    text: "Bot started, bearer of news",
  });
});
