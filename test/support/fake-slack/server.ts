import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Faults } from "./faults.ts";
import { isJson, textOf, type Json } from "./json.ts";
import { scopesFor } from "./scopes.ts";
import type { MethodAnswer } from "./method-answer.ts";
import type { Workspace } from "./workspace.ts";

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
};

const argsOf = (request: IncomingMessage, body: string): Json => {
  if (!/json/.test(request.headers["content-type"] ?? "")) return Object.fromEntries(new URLSearchParams(body));
  const parsed: unknown = JSON.parse(body === "" ? "{}" : body);
  return isJson(parsed) ? parsed : {};
};

interface Parts {
  readonly workspace: Workspace;
  readonly faults: Faults;
  readonly methods: Readonly<Record<string, (args: Json) => MethodAnswer>>;
  /** The bot's scopes. */
  readonly scopes: readonly string[];
  readonly tokens: { readonly bot: string; readonly app: string };
  /** Takes the bytes of a file; a status. */
  readonly upload: (id: string, content: Buffer) => number;
  /** A file that a person shared. */
  readonly serve: (id: string, authorised: boolean) => { readonly type: string; readonly content: string } | null;
  /** Answers a post to a response_url. */
  readonly respond: (id: string, body: Json) => { readonly status: number; readonly body: string };
}

/** The HTTP side of the fake: the Web API with its faults, and response_urls. Listens on a free port. */
export const startServer = async (parts: Parts): Promise<{ readonly server: Server; readonly port: number }> => {
  const { workspace, faults, methods, tokens, scopes } = parts;

  const call = (method: string, token: string, args: Json): MethodAnswer => {
    if (token !== (method === "apps.connections.open" ? tokens.app : tokens.bot))
      return { error: token === "" ? "not_authed" : "invalid_auth" };
    const needed = scopesFor(workspace, method, args).find((scope) => !scopes.includes(scope));
    if (needed !== undefined) return { error: "missing_scope", needed, provided: scopes.join(",") };
    return methods[method]?.(args) ?? { error: "unknown_method" };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://fake").pathname;
    const bytes = await bytesOf(request);
    const body = bytes.toString("utf8");
    const send = (status: number, text: string, headers: Record<string, string> = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
    if (path.startsWith("/upload/")) return void send(parts.upload(path.slice("/upload/".length), bytes), "OK");
    if (path.startsWith("/files-pri/")) {
      const file = parts.serve(
        path.slice("/files-pri/".length),
        request.headers.authorization === `Bearer ${tokens.bot}` && scopes.includes("files:read"),
      );
      return void (file === null ? send(404, "not found") : send(200, file.content, { "content-type": file.type }));
    }
    if (path.startsWith("/response/")) {
      const said = parts.respond(path.slice("/response/".length), argsOf(request, body));
      return void send(said.status, said.body);
    }
    const method = path.replace(/^\/api\//, "");
    const args = argsOf(request, body);
    const channel = textOf(args["channel"]) || null;
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "") || textOf(args["token"]);
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    const observe = (outcome: string) => workspace.log.push({ kind: "call", method, outcome, host });
    const fault = faults.meet(method, channel, host);
    if (fault !== null && "rateLimit" in fault) {
      observe("429");
      return void send(429, JSON.stringify({ ok: false, error: "ratelimited" }), {
        "retry-after": String(fault.rateLimit),
      });
    }
    const early =
      fault !== null &&
      (("drop" in fault && fault.drop === "before") ||
        ("hang" in fault && fault.hang === "before") ||
        (("status" in fault || "error" in fault) && fault.after !== true));
    const result = early ? {} : call(method, token, args);
    observe(fault === null ? textOf(result["error"]) || "ok" : JSON.stringify(fault));
    if (fault === null)
      return void send(200, JSON.stringify({ ok: result["error"] === undefined, ...result }), {
        "x-oauth-scopes": scopes.join(","),
      });
    if ("drop" in fault) return void request.socket.destroy();
    if ("hang" in fault) return;
    if ("garble" in fault) return void send(200, '{"ok": tr');
    return void ("status" in fault
      ? send(fault.status, "upstream trouble")
      : send(200, JSON.stringify({ ok: false, error: fault.error })));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as AddressInfo).port };
};
