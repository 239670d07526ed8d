import { isMap, isNode, isPair, isScalar, isSeq, type Document, type LineCounter } from "yaml";

type Path = readonly (string | number)[];

/**
 * The line (from 1) of a path in a YAML document: of the key, where the last step is one. Where the path leads further
 * than the document does, the line of the last thing that is there; null where there is nothing of it.
 */
export const lineOf = (document: Document, lines: LineCounter, path: Path): number | null => {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    const next = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))
      : isSeq(node)
        ? node.items[Number(step)]
        : undefined;
    if (next === undefined) break;
    const place: unknown = isPair(next) ? next.key : next;
    if (isNode(place) && place.range) offset = place.range[0];
    node = isPair(next) ? next.value : next;
  }
  return offset === undefined ? null : lines.linePos(offset).line;
};

/** What stands at a path of plain data, or undefined. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
