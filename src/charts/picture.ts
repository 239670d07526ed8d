import { Worker } from "node:worker_threads";
import type { Chart } from "./chart.ts";

/** A chart as a picture file of so many pixels. */
export interface Picture {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** What the thread is asked to draw. */
export interface PictureRequest {
  readonly id: number;
  readonly svg: string;
  readonly width: number;
}

/** What the thread answers: the picture, or why there is none. */
export type PictureAnswer = { readonly id: number } & ({ readonly picture: Picture } | { readonly problem: string });

/** A thread that draws no picture for so long (ms) ends, so that its memory is free. */
const idleMs = 60_000;

interface Waiting {
  readonly resolve: (picture: Picture) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  idle: NodeJS.Timeout | null;
}

let thread: Thread | null = null;
let asked = 0;

const ended = (of: Thread, error: Error): void => {
  if (thread === of) thread = null;
  for (const { reject } of of.waiting.values()) reject(error);
  of.waiting.clear();
};

/** The process may end while the thread has nothing to do. */
const rest = (of: Thread): void => {
  of.worker.unref();
  of.idle = setTimeout(() => {
    if (thread === of) thread = null;
    void of.worker.terminate();
  }, idleMs).unref();
};

const startThread = (): Thread => {
  // The thread does not inherit this process's Node options, such as an env file.
  const worker = new Worker(new URL("picture-thread.ts", import.meta.url), { execArgv: [], env: {} });
  const started: Thread = { worker, waiting: new Map(), idle: null };
  worker.on("message", (answer: PictureAnswer) => {
    const waits = started.waiting.get(answer.id);
    started.waiting.delete(answer.id);
    if (started.waiting.size === 0) rest(started);
    if ("picture" in answer) waits?.resolve(answer.picture);
    else waits?.reject(new Error(answer.problem));
  });
  worker.on("error", (error: Error) => ended(started, error));
  worker.on("exit", () => ended(started, new Error("the thread that draws pictures ended")));
  return started;
};

/**
 * Turns a chart into a PNG of this width in pixels, for chat and mail. Use twice the chart's own width for sharp text. A thread of
 * its own draws it: at 1440 pixels, packing the pixels alone would hold this one up for 50 to 100 milliseconds. The thread
 * starts with the first picture, and ends when none was drawn for a minute. No font of the machine is used, so that every
 * machine makes the same picture. The font has Latin, Greek, Cyrillic, Arabic and Hebrew letters; others, and emoji, become
 * empty boxes.
 *
 * @throws Error for a chart of the theme `page`: its colours are those of a page.
 */
export const toPng = ({ svg }: Pick<Chart, "svg">, width: number): Promise<Picture> => {
  if (svg.includes("var(--")) return Promise.reject(new Error("a picture needs a chart of the theme light or dark"));
  const drawing = (thread ??= startThread());
  const { promise, resolve, reject } = Promise.withResolvers<Picture>();
  if (drawing.idle !== null) clearTimeout(drawing.idle);
  drawing.idle = null;
  drawing.worker.ref();
  const request: PictureRequest = {
    id: (asked += 1),
    svg,
    width: Math.min(3_200, Math.max(1, Math.round(width))),
  };
  drawing.waiting.set(request.id, { resolve, reject });
  drawing.worker.postMessage(request);
  return promise;
};
