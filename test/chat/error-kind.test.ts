import { createConnection } from "node:net";
import { expect, test } from "vitest";
import { errorKind, isUnavailable } from "../../src/chat/error-kind.ts";

test.each(
  "ECONNREFUSED ECONNRESET ECONNABORTED EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN ETIMEDOUT ENOTFOUND EAI_AGAIN EPIPE EPROTO EADDRNOTAVAIL EMFILE ENOSPC CONNECTION_CLOSED CONNECT_TIMEOUT CONNECTION_DESTROYED UND_ERR_SOCKET UND_ERR_CONNECT_TIMEOUT"
    .split(" ")
    .concat("SQLSTATE 57P01", "SQLSTATE 08006", "SQLSTATE 53100"),
)("%s says that a database or a network does not work now", (kind) => expect(isUnavailable(kind)).toBe(true));

test.each(
  "ERR_INVALID_URL ERR_OUT_OF_RANGE ERR_INVALID_ARG_TYPE ERR_HTTP2_STREAM_CLOSED EACCES ENOENT EISDIR EPERM ERANGE UND_ERR_INVALID_ARG TypeError"
    .split(" ")
    .concat("SQLSTATE 22P02", "SQLSTATE 23505"),
)("%s is a fault of the program or of its files", (kind) => expect(isUnavailable(kind)).toBe(false));

test("the socket of a stopped database on this machine is not there, and may come back", async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  createConnection("/run/no-such-database/.s.PGSQL.5432").once("error", resolve);
  const kind = errorKind(await promise);
  expect([kind, isUnavailable(kind)]).toEqual(["CONNECT_ENOENT", true]);
});
