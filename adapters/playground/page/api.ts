import type { Card } from "../../../src/chat/card.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import type { Answer, Live, Snapshot } from "../wire.ts";

let token = document.querySelector<HTMLMetaElement>('meta[name="playground-token"]')?.content ?? "";

/** The status of every answer of a closed playground. */
const closedStatus = 410;

/** Shows the page of a closed playground, which says why, if this is its answer. */
const leaveIfClosed = (response: Response): void => {
  if (response.status === closedStatus) location.reload();
};

/** Loads the token again. A restarted server has a new one. */
const renewToken = async (): Promise<void> => {
  const response = await fetch("/", { cache: "no-store" });
  leaveIfClosed(response);
  const page = await response.text();
  token = /<meta name="playground-token" content="([\w-]+)">/.exec(page)?.[1] ?? token;
};

const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
  const send = (): Promise<Response> =>
    fetch(path, { ...init, headers: { "content-type": "application/json", "x-playground-token": token } });
  let response = await send();
  if (response.status === 403) {
    await renewToken();
    response = await send();
  }
  leaveIfClosed(response);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
};

const post = (path: string, body: object): Promise<Answer> =>
  call<Answer>(path, { method: "POST", body: JSON.stringify(body) });

/** The playground's API. Every call rejects if the server could not do it. */
export const api = {
  state: (as: UserRef): Promise<Snapshot> => call(`/api/state?as=${encodeURIComponent(as)}`),
  inspect: (ticket: number, as: UserRef): Promise<readonly Card[]> =>
    call(`/api/inspect?ticket=${ticket}&as=${encodeURIComponent(as)}`),
  say: (body: object): Promise<Answer> => post("/api/say", body),
  press: (body: object): Promise<Answer> => post("/api/press", body),
  submit: (body: object): Promise<Answer> => post("/api/submit", body),
  take: (body: object): Promise<Answer> => post("/api/take", body),
  edit: (body: object): Promise<Answer> => post("/api/edit", body),
  remove: (body: object): Promise<Answer> => post("/api/remove", body),
  seen: (body: object): Promise<Answer> => post("/api/seen", body),
  busyDay: (): Promise<Answer> => post("/api/busy-day", {}),
  clock: (forward: number): Promise<Answer> => post("/api/clock", { forward }),
};

/** The address of a file, for a person who may see it. */
export const fileUrl = (id: string, as: UserRef): string =>
  `/api/file/${encodeURIComponent(id)}?as=${encodeURIComponent(as)}&token=${token}`;

/** The address that opens the web desk or the client area for a person. */
export const webUrl = (as: UserRef): string => `/api/web?as=${encodeURIComponent(as)}&token=${token}`;

const retryMs = 1_000;

/**
 * Listens to what is pushed for one person until stopped. `opened` is called at each connection: then the page must
 * load what it missed.
 */
export const listen = (
  as: UserRef,
  on: { readonly opened: () => void; readonly closed: () => void; readonly received: (live: Live) => void },
): (() => void) => {
  let source: EventSource | null = null;
  let stopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const connect = (): void => {
    source = new EventSource(`/api/live?as=${encodeURIComponent(as)}&token=${token}`);
    source.addEventListener("open", on.opened);
    source.addEventListener("message", (event) => on.received(JSON.parse(String(event.data)) as Live));
    source.addEventListener("error", () => {
      source?.close();
      on.closed();
      if (!stopped)
        retry = setTimeout(
          () =>
            void renewToken()
              .catch(() => undefined)
              .then(again),
          retryMs,
        );
    });
  };
  const again = (): void => {
    if (!stopped) connect();
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(retry);
    source?.close();
  };
};
