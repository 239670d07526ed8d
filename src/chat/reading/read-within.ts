import type { Fetched } from "../delivery.ts";

const refused = (why: string): Fetched => ({ ok: false, failure: { kind: "ourBug", why } });

/** The body of an answer, read to its end or no further than `most` bytes: nobody is believed how large a file is. */
export const readWithin = async (response: Response, most: number): Promise<Fetched> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body !== null)
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      // Leaving the loop cancels the rest.
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
