import { randomUUID } from "node:crypto";
import type { ChannelRef, UserRef } from "../../../src/tickets/refs.ts";
import type { Answer, Live, Snapshot } from "../../../adapters/playground/wire.ts";

/** Calls the playground's API as its page does. */
export interface Visitor {
  readonly token: string;
  call(path: string, init?: RequestInit): Promise<Response>;
  state(as: UserRef): Promise<Snapshot>;
  post(path: string, body: object): Promise<Answer>;
  say(as: UserRef, channel: ChannelRef, text: string, thread?: string): Promise<Answer>;
  /** Collects what is pushed to one person; `until` resolves with the first that fits. */
  listen(as: UserRef): Promise<Feed>;
}

export interface Feed {
  readonly stored: readonly Live[];
  until(fits: (live: Live) => boolean): Promise<Live>;
  close(): void;
}

const readFeed = async (body: ReadableStream<Uint8Array>, hear: (live: Live) => void): Promise<void> => {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    const frames = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
    rest = frames.pop() ?? "";
    for (const frame of frames) hear(JSON.parse(frame.replace(/^data: /, "")) as Live);
  }
};

/** Opens the front page and reads the token from it. */
export const visit = async (url: string): Promise<Visitor> => {
  const page = await (await fetch(url)).text();
  const token = /name="playground-token" content="([^"]+)"/.exec(page)?.[1] ?? "";
  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { origin: url, "content-type": "application/json", "x-playground-token": token, ...init.headers },
    });
  const post = async (path: string, body: object): Promise<Answer> => {
    const response = await call(path, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return {
    token,
    call,
    post,
    state: async (as) => (await (await call(`/api/state?as=${as}`)).json()) as Snapshot,
    say: (as, channel, text, thread) =>
      post("/api/say", { key: randomUUID(), as, channel, thread: thread ?? null, text }),
    async listen(as) {
      const ending = new AbortController();
      const response = await call(`/api/live?as=${as}`, { signal: ending.signal });
      const events: Live[] = [];
      const waiting = new Set<(live: Live) => void>();
      if (response.body === null) throw new Error("no feed");
      readFeed(response.body, (live) => {
        events.push(live);
        for (const each of waiting) each(live);
      }).catch(() => undefined);
      return {
        stored: events,
        until: (fits) =>
          new Promise((resolve) => {
            const already = events.find(fits);
            if (already !== undefined) return resolve(already);
            const wait = (live: Live): void => {
              if (!fits(live)) return;
              waiting.delete(wait);
              resolve(live);
            };
            waiting.add(wait);
          }),
        close: () => ending.abort(),
      };
    },
  };
};
