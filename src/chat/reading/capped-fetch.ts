/** In bytes. The largest answers, with a thousand messages, have a few megabytes. */
export const largestAnswer = 16 * 1024 * 1024;

/** The answer is larger than any real one, so it was not read to its end. */
export class AnswerTooLarge extends Error {
  constructor(most: number) {
    super(`an answer of more than ${Math.floor(most / 1024 / 1024)} MB was cut off`);
  }
}

/** Whether this error, or one that a library put around it, says that an answer was too large. */
export const isTooLarge = (error: unknown): boolean => {
  for (let each = error; each instanceof Error; each = "original" in each ? each.original : each.cause)
    if (each instanceof AnswerTooLarge) return true;
  return false;
};

/** A `fetch` that reads at most this many bytes of an answer, whatever length the answer claims. */
export const cappedFetch =
  (most = largestAnswer): ((url: string | URL, init?: RequestInit) => Promise<Response>) =>
  async (url, init) => {
    const response = await fetch(url, init);
    const { status, statusText, headers } = response;
    // A new Response of our own class: discord.js copies every other class without its headers.
    if (response.body === null) return new Response(null, { status, statusText, headers });
    if (Number(response.headers.get("content-length") ?? 0) > most) {
      await response.body.cancel();
      throw new AnswerTooLarge(most);
    }
    let size = 0;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (chunk, passing) => {
          size += chunk.byteLength;
          if (size > most) throw new AnswerTooLarge(most);
          passing.enqueue(chunk);
        },
      }),
    );
    return new Response(counted, { status, statusText, headers });
  };
