/** In bytes; the largest answers of a platform, a thousand messages at once, are a few megabytes. */
export const largestAnswer = 16 * 1024 * 1024;

/** An answer that was not read to its end, since no platform sends so much. */
export class AnswerTooLarge extends Error {
  constructor(most: number) {
    super(`an answer of more than ${Math.floor(most / 1024 / 1024)} MB was cut off`);
  }
}

/** `fetch`, of which no answer is read beyond so many bytes, whatever it says of its own length. */
export const cappedFetch =
  (most = largestAnswer): ((url: string | URL, init?: RequestInit) => Promise<Response>) =>
  async (url, init) => {
    const response = await fetch(url, init);
    const { status, statusText, headers } = response;
    // One of our own class each time: discord.js copies any other one without its headers.
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
