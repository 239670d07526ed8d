import type { Fetched } from "../delivery.ts";

const refused = (why: string): Fetched => ({ ok: false, failure: { kind: "ourBug", why } });

/** Reads the body of an answer, at most `most` bytes of it. The stated size of a file is not trusted. */
export const readWithin = async (response: Response, most: number): Promise<Fetched> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body !== null)
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      // Leaving the loop cancels the rest of the stream.
      if (size > most) return refused("tooLarge");
      chunks.push(chunk);
    }
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.byteLength;
  }
  return { ok: true, bytes };
};
