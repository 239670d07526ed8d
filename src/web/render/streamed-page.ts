import { raw } from "hono/html";
import type { Markup } from "./line.ts";

const mark = "<!-- written later -->";

/** Stands in a page where `streamedPage` writes what comes later. */
export const writtenLater: Markup = raw(mark);

const headers = {
  "Content-Type": "text/html; charset=utf-8",
  // A page that is compressed, or that a proxy such as nginx collects, would arrive as a whole.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

const encoder = new TextEncoder();

/** Writes parts of a page, in order. After the browser left, they are dropped. */
export type WritePart = (part: Markup) => Promise<void>;

/**
 * A page that the browser shows while it is still written, so it needs no script. `write` gives what stands at `writtenLater`; when
 * it is done, the page ends. `left` is called if the browser leaves before. `write` must not throw.
 */
export const streamedPage = (
  page: string,
  { write, left }: { readonly write: (part: WritePart) => Promise<void>; readonly left: () => void },
): Response => {
  const at = page.indexOf(mark);
  if (at < 0) throw new Error("the page does not say where its later parts stand");
  let hasLeft = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (text: string): void => {
        if (!hasLeft) controller.enqueue(encoder.encode(text));
      };
      send(page.slice(0, at));
      void write(async (part) => send(String(await part))).then(() => {
        send(page.slice(at + mark.length));
        if (!hasLeft) controller.close();
      });
    },
    cancel: () => {
      hasLeft = true;
      left();
    },
  });
  return new Response(body, { headers });
};
