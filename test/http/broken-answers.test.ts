import { text } from "node:stream/consumers";
import { get } from "node:http";
import { expect, test, vi } from "vitest";
import { openListener, quiet } from "./open-listener.ts";

const secret = "Carla's telephone number";

/** What a client reads of an answer whose body fails after some chunks. */
const readsOf = async (chunks: number) => {
  const logged: object[] = [];
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  const port = await openListener({
    log: { ...quiet, warn: (about, received) => void logged.push({ ...about, received }) },
    mounts: [
      {
        path: "/",
        handle: async () => {
          let left = chunks;
          const body = new ReadableStream({
            pull: async (controller) => {
              await new Promise((resolve) => setImmediate(resolve));
              if (left-- > 0) controller.enqueue(new TextEncoder().encode("data: 1\n\n"));
              else controller.error(new TypeError(secret));
            },
          });
          return new Response(body, { headers: { "content-type": "text/event-stream" } });
        },
      },
    ],
  });
  const read = await new Promise<string>((resolve) => {
    get({ host: "127.0.0.1", port, path: "/live", agent: false }, (response) => {
      text(response).then(resolve, () => resolve("cut"));
    }).once("error", () => resolve("cut"));
  });
  const prints = printed.mock.calls.length;
  printed.mockRestore();
  return { read, prints, logged };
};

test.each([0, 1, 5])(
  "an answer that fails after %i chunks is cut off, and logged without its message",
  async (chunks) => {
    expect(await readsOf(chunks)).toEqual({
      read: "cut",
      prints: 0,
      logged: [{ err: "TypeError", path: "/", received: "http.answer-broken" }],
    });
  },
);

test("a whole answer arrives unchanged", async () => {
  const port = await openListener({
    mounts: [{ path: "/", handle: async () => new Response("as it is", { status: 203, headers: { "x-a": "b" } }) }],
  });
  const answer = await fetch(`http://127.0.0.1:${port}/page`);
  expect([answer.status, answer.headers.get("x-a"), await answer.text()]).toEqual([203, "b", "as it is"]);
});

test("a client that leaves is not logged as a broken answer, and the mount is told", async () => {
  const logged: object[] = [];
  const left = Promise.withResolvers<void>();
  const port = await openListener({
    log: { ...quiet, warn: (about) => void logged.push(about) },
    mounts: [
      {
        path: "/",
        handle: async () => {
          // Like a feed: it ends when its client is gone.
          const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
          const writer = writable.getWriter();
          void writer.write(new TextEncoder().encode("data: 1\n\n"));
          const reader = readable.getReader();
          const body = new ReadableStream({
            pull: async (controller) => {
              const { done, value } = await reader.read();
              if (done) controller.close();
              else controller.enqueue(value);
            },
            cancel: () => {
              left.resolve();
              return writer.close();
            },
          });
          return new Response(body, { headers: { "content-type": "text/event-stream" } });
        },
      },
    ],
  });
  const asking = get({ host: "127.0.0.1", port, path: "/live", agent: false }, (response) => {
    response.on("error", () => {}).once("data", () => asking.destroy());
  }).on("error", () => {});
  await left.promise;
  await new Promise((resolve) => setImmediate(resolve));
  expect(logged).toEqual([]);
});
