import { errorKind } from "../../../src/chat/error-kind.ts";
import type { Adapter, AdapterDeps } from "../../../src/chat/port.ts";
import { whyHeadersUnsigned, whyUnsigned, type WhyUnsigned } from "./signed-request.ts";

/** In bytes: the largest mail that is taken whole. */
export const largestMail = 25 * 1024 * 1024;

const text = (words: string, status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(words, { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers } });

/** The addresses that the server was given for the mail: `mail-to`, with commas between them. The signature does not cover it. */
const sentTo = (headers: Headers): readonly string[] =>
  (headers.get("mail-to") ?? "")
    .slice(0, 10_000)
    .split(",")
    .map((each) => each.trim().replaceAll(/[<>\s]/g, ""))
    .filter((each) => each.includes("@"))
    .slice(0, 100);

type Deps = Pick<AdapterDeps, "core" | "log" | "now" | "refused">;

/**
 * `POST /mail`: takes raw mails from a server that signs its requests as Standard Webhooks asks. It answers 200 only when the mail is
 * stored. A request that comes again is the same mail. The clock of this machine decides whether a request is old, not the desk's.
 */
export const mailEndpoint = (
  key: Buffer,
  { core, log, now, refused }: Deps,
  clock: () => number = Date.now,
): NonNullable<Adapter["http"]> => {
  const countRefused = (why: WhyUnsigned): void => {
    log.warn({ reason: why }, "mail.request-refused");
    refused?.(why === "old" ? "oldSignature" : "wrongSignature");
  };
  return {
    path: "/mail",
    largestBody: largestMail,
    isLarge: true,
    refuses: (headers) => {
      const why = whyHeadersUnsigned(headers, clock());
      if (why === null) return null;
      countRefused(why);
      return 401;
    },
    handle: async (request) => {
      if (request.method !== "POST") return text("Send mails with POST.", 405, { allow: "POST" });
      const raw = new Uint8Array(await request.arrayBuffer());
      const why = whyUnsigned(request.headers, raw, key, clock());
      if (why !== null) {
        countRefused(why);
        return text("The signature is missing or wrong.", 401);
      }
      if (raw.byteLength === 0) return text("The body must be a raw mail.", 400);
      if (core.acceptMail === undefined) return text("This desk takes no mail.", 404);
      try {
        const arriving = {
          source: "http",
          receivedAt: now(),
          sentTo: sentTo(request.headers),
          size: raw.byteLength,
          isWhole: true,
        } as const;
        await core.acceptMail(raw, arriving);
        return text("Stored.", 200);
      } catch (error) {
        log.error({ err: errorKind(error) }, "mail.not-stored");
        return text("The mail could not be stored. Send it again.", 503, { "retry-after": "30" });
      }
    },
  };
};
