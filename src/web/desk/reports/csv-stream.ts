/**
 * A file that is written while it is sent: the next rows are read when the browser has taken the last ones, so that a file of a million
 * rows is never in memory. If reading fails, the browser's download fails.
 */
export const csvStream = <Row>(
  head: string,
  pages: AsyncGenerator<readonly Row[], void>,
  lines: (rows: readonly Row[]) => string,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    pull: async (controller) => {
      const next = await pages.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(lines(next.value)));
    },
    cancel: async () => {
      await pages.return();
    },
  });
};
