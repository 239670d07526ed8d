import { expect, test } from "vitest";
import { startTrouble } from "../../src/start/start-trouble.ts";

const failed = (code: string, more: object = {}): Error => Object.assign(new Error(code), { code, ...more });
const listening = (code: string): Error => failed(code, { syscall: "listen" });
const asCause = (cause: Error): Error => new Error("Failed query", { cause });

const local = { host: "127.0.0.1", port: 3000, databaseUrl: null, dataDir: "./data" };
const remote = { ...local, databaseUrl: "postgres://plazo:canary-7@db.example.com:5432/desk?sslmode=require" };

test.each([
  [listening("EADDRINUSE"), local, "PORT 3000 on HOST 127.0.0.1 is used", "set PORT to a free port"],
  [asCause(listening("EADDRINUSE")), remote, "PORT 3000 on HOST 127.0.0.1 is used", "set PORT to a free port"],
  [listening("EACCES"), { ...local, port: 80 }, "PORT 80 may not be opened", "1024 or higher"],
  [listening("EADDRNOTAVAIL"), local, "HOST 127.0.0.1 is not an address of this machine", "set HOST"],
  [
    failed("ENOTFOUND", { syscall: "getaddrinfo" }),
    remote,
    "DATABASE_URL names the server db.example.com:5432",
    "name",
  ],
  [failed("ECONNREFUSED"), remote, "DATABASE_URL names the server db.example.com:5432", "start Postgres there"],
  [
    new AggregateError([failed("ECONNREFUSED"), failed("ECONNREFUSED")]),
    remote,
    "DATABASE_URL names the server db.example.com:5432",
    "start Postgres there",
  ],
  [asCause(failed("CONNECT_TIMEOUT")), remote, "DATABASE_URL names the server db.example.com:5432", "does not answer"],
  [failed("28P01"), remote, "DATABASE_URL: Postgres on db.example.com:5432 refuses its user or password", "correct"],
  [failed("3D000"), remote, 'DATABASE_URL: there is no database "desk"', "create it"],
  [failed("53300"), remote, "DATABASE_URL: Postgres on db.example.com:5432 accepts no connection", "try again"],
])("the error names the variable and the remedy, and no password: %s", (error, settings, variable, remedy) => {
  const message = startTrouble(error, settings);
  expect(message).toContain(variable);
  expect(message).toContain(remedy);
  expect(message).not.toContain("canary");
});

test("an error of the program, or a network error without a server's name, has no remedy here", () => {
  expect(startTrouble(new TypeError("x is not a function"), remote)).toBeNull();
  expect(startTrouble(failed("ECONNREFUSED"), local)).toBeNull();
});
