import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FakeFile } from "./community.ts";
import type { Fault, Faults } from "./faults.ts";
import { refuse, type Answer, type Refusal } from "./refusal.ts";
import type { Route } from "./routes.ts";

/** A call and its result: `ok`, a code of Discord's, or the fault on the way. */
export interface Observed {
  readonly operation: string;
  readonly channel: string | null;
  readonly outcome: string;
}

interface Parts {
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly token: string;
  readonly observed: Observed[];
  readonly attachment: (channel: string, message: string, index: number) => string | null;
}

/** A body, and the files beside it if it came in several parts. */
const bodyOf = async (
  request: IncomingMessage,
): Promise<{ readonly body: unknown; readonly files: readonly FakeFile[] }> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data"))
    return { body: bytes.length === 0 ? undefined : JSON.parse(bytes.toString("utf8")), files: [] };
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const files: FakeFile[] = [];
  for (const value of form.values())
    if (value instanceof File) files.push({ name: value.name, content: await value.text() });
  const payload = form.get("payload_json");
  return { body: typeof payload === "string" ? JSON.parse(payload) : {}, files };
};

const isEarly = (fault: Fault): boolean =>
  ("drop" in fault && fault.drop === "before") ||
  ("hang" in fault && fault.hang === "before") ||
  (("status" in fault || "code" in fault) && fault.after !== true);

/** REST v10 with its faults. Listens on a free port of 127.0.0.1. */
export const startServer = async ({ routes, faults, token, observed, attachment }: Parts) => {
  let open = 0;

  const send = (response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void =>
    void response
      .writeHead(status, {
        "content-type": "application/json",
        "x-ratelimit-limit": "1000",
        "x-ratelimit-remaining": "999",
        "x-ratelimit-reset-after": "1",
        ...headers,
      })
      .end(text);
  const sendRefusal = (response: ServerResponse, { status, code, message }: Refusal): void =>
    send(response, status, JSON.stringify({ code, message }));
  const sendAnswer = (response: ServerResponse, answer: Answer): void => {
    if ("refused" in answer) return sendRefusal(response, answer.refused);
    return "nothing" in answer ? void response.writeHead(204).end() : send(response, 200, JSON.stringify(answer.body));
  };

  const limited = (response: ServerResponse, { rateLimit, scope }: Extract<Fault, { rateLimit: number }>): void =>
    send(
      response,
      429,
      JSON.stringify({ message: "You are being rate limited.", retry_after: rateLimit, global: scope === "global" }),
      {
        "retry-after": String(rateLimit),
        "x-ratelimit-scope": scope ?? "user",
        ...(scope === "global" ? { "x-ratelimit-global": "true" } : {}),
      },
    );

  const failed = (request: IncomingMessage, response: ServerResponse, fault: Fault): void => {
    if ("drop" in fault) return void request.socket.destroy();
    if ("hang" in fault) return;
    if ("garble" in fault) return send(response, 200, '{"id": tr');
    if ("rateLimit" in fault) return limited(response, fault);
    return "code" in fault
      ? sendRefusal(response, refuse(fault.code).refused)
      : send(response, fault.status, "upstream trouble");
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://fake");
    const kept = /^\/attachments\/(\d+)\/(\d+)\/(\d+)$/.exec(url.pathname);
    if (kept !== null) {
      const content = attachment(kept[1] ?? "", kept[2] ?? "", Number(kept[3]));
      // The file host must never get the token.
      const isGiven = content !== null && request.headers.authorization === undefined;
      return void response.writeHead(isGiven ? 200 : 404).end(content ?? "");
    }
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, "");
    const { body, files } = await bodyOf(request);
    const found = routes
      .map((route) => ({ route, match: route.method === request.method ? route.path.exec(path) : null }))
      .find(({ match }) => match !== null);
    if (found?.match == null || !url.pathname.startsWith("/api/v10/"))
      return send(response, 404, JSON.stringify({ code: 0, message: "404: Not Found" }));
    const { operation, open: isOpen } = found.route;
    const ids = found.match.slice(1);
    const channel = path.startsWith("/channels/") ? (ids[0] ?? null) : null;
    const observe = (outcome: string): void => void observed.push({ operation, channel, outcome });
    if (isOpen !== true && request.headers.authorization !== `Bot ${token}`) {
      observe("401");
      return sendRefusal(response, refuse(0).refused);
    }
    const fault = faults.meet(operation, channel, isOpen !== true);
    const done =
      fault !== null && ("rateLimit" in fault || isEarly(fault))
        ? null
        : found.route.answer({ ids, body, query: url.searchParams, files });
    observe(
      fault === null ? (done !== null && "refused" in done ? String(done.refused.code) : "ok") : JSON.stringify(fault),
    );
    if (fault !== null) return failed(request, response, fault);
    if (done !== null) sendAnswer(response, done);
  };

  const server: Server = createServer((request, response) => {
    open += 1;
    response.once("close", () => (open -= 1));
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as AddressInfo).port, open: () => open };
};
