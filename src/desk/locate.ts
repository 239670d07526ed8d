import { isMap, isNode, isPair, isScalar, isSeq, type Document, type LineCounter } from "yaml";

type Path = readonly (string | number)[];

/**
 * The line (from 1) of a path in a YAML document; for a key, the key's line. If the path leads further than the
 * document, the line of its last existing part; null if none exists.
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

/** The value at a path of plain data, or undefined. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
