/** A body on its way in. */
interface Reading {
  size: number;
  isComplete: boolean;
  readonly cutOff: () => void;
}

/** How a body was read. `crowded`: it was cut off, since all bodies together had grown too large and it was the oldest. */
export type BodyRead =
  | { readonly kind: "read"; readonly bytes: Uint8Array<ArrayBuffer>; release(): void }
  | { readonly kind: "tooLarge" | "crowded" | "brokenOff" };

export interface BodyBudget {
  read(body: ReadableStream<Uint8Array> | null, most: number): Promise<BodyRead>;
}

/**
 * Reads bodies of requests so that all of them together never hold more than `total` bytes. Where they would, the oldest that
 * is not whole is cut off: a platform sends its few kilobytes at once, so what stays unfinished for long is nothing of a platform.
 */
export const createBodyBudget = (total: number): BodyBudget => {
  const readings = new Set<Reading>();
  let held = 0;

  const drop = (reading: Reading): void => {
    if (readings.delete(reading)) held -= reading.size;
  };

  const makeRoom = (): void => {
    for (const reading of readings) {
      if (held <= total) return;
      if (reading.isComplete) continue;
      drop(reading);
      reading.cutOff();
    }
  };

  const read = async (body: ReadableStream<Uint8Array> | null, most: number): Promise<BodyRead> => {
    const chunks: Uint8Array[] = [];
    const viewer = body?.getReader();
    let isCutOff = false;
    const reading: Reading = {
      size: 0,
      isComplete: false,
      cutOff: () => {
        isCutOff = true;
        chunks.length = 0;
        viewer?.cancel().catch(() => {});
      },
    };
    readings.add(reading);
    const fail = (kind: "tooLarge" | "crowded" | "brokenOff"): BodyRead => {
      drop(reading);
      viewer?.cancel().catch(() => {});
      return { kind };
    };
    try {
      for (;;) {
        const next = await viewer?.read();
        if (isCutOff) return fail("crowded");
        if (next === undefined || next.done) break;
        reading.size += next.value.byteLength;
        held += next.value.byteLength;
        if (reading.size > most) return fail("tooLarge");
        chunks.push(next.value);
        makeRoom();
        if (isCutOff) return fail("crowded");
      }
    } catch {
      return fail(isCutOff ? "crowded" : "brokenOff");
    }
    reading.isComplete = true;
    return { kind: "read", bytes: Uint8Array.from(Buffer.concat(chunks)), release: () => drop(reading) };
  };
  return { read };
};
