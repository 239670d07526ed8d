/** A body that is being received. */
interface Reading {
  size: number;
  isComplete: boolean;
  readonly cutOff: () => void;
}

/**
 * The outcome of reading a body. `crowded`: it was the oldest when all bodies together grew too large, so it was cut
 * off.
 */
export type BodyRead =
  | { readonly kind: "read"; readonly bytes: Uint8Array<ArrayBuffer>; release(): void }
  | { readonly kind: "tooLarge" | "crowded" | "brokenOff" };

export interface BodyBudget {
  read(body: ReadableStream<Uint8Array> | null, most: number): Promise<BodyRead>;
}

/**
 * Reads request bodies so that together they never use more than `total` bytes. Beyond that, the oldest incomplete body
 * is cut off. A platform sends its few kilobytes at once, so a slow body is not a platform's.
 */
export const createBodyBudget = (total: number): BodyBudget => {
  const readings = new Set<Reading>();
  let received = 0;

  const drop = (reading: Reading): void => {
    if (readings.delete(reading)) received -= reading.size;
  };

  const makeRoom = (): void => {
    for (const reading of readings) {
      if (received <= total) return;
      if (reading.isComplete) continue;
      drop(reading);
      reading.cutOff();
    }
  };

  const read = async (body: ReadableStream<Uint8Array> | null, most: number): Promise<BodyRead> => {
    const chunks: Uint8Array[] = [];
    const reader = body?.getReader();
    let isCutOff = false;
    const reading: Reading = {
      size: 0,
      isComplete: false,
      cutOff: () => {
        isCutOff = true;
        chunks.length = 0;
        reader?.cancel().catch(() => {});
      },
    };
    readings.add(reading);
    const fail = (kind: "tooLarge" | "crowded" | "brokenOff"): BodyRead => {
      drop(reading);
      reader?.cancel().catch(() => {});
      return { kind };
    };
    try {
      for (;;) {
        const next = await reader?.read();
        if (isCutOff) return fail("crowded");
        if (next === undefined || next.done) break;
        reading.size += next.value.byteLength;
        received += next.value.byteLength;
        if (reading.size > most) return fail("tooLarge");
        chunks.push(next.value);
        makeRoom();
        if (isCutOff) return fail("crowded");
      }
    } catch {
      return fail(isCutOff ? "crowded" : "brokenOff");
    }
    reading.isComplete = true;
    // Only this copy stays: a form with files has several megabytes.
    const bytes = new Uint8Array(reading.size);
    let end = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, end);
      end += chunk.byteLength;
    }
    return { kind: "read", bytes, release: () => drop(reading) };
  };
  return { read };
};
