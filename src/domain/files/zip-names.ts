const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const longestComment = 0xffff;

/** Where the record stands that ends a zip; null where the bytes are no whole zip. */
const endAt = (view: DataView): number | null => {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (
      view.getUint32(at, true) === endOfDirectory &&
      at + endBytes + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  return null;
};

/**
 * The names of the files in a zip, as its directory lists them; null where it cannot be listed: cut, in several parts, or in
 * the form for more than 65,535 files.
 */
export const zipNames = (bytes: Uint8Array): readonly string[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endAt(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = end - view.getUint32(end + 12, true);
  const names: string[] = [];
  const decoder = new TextDecoder("utf-8");
  for (let n = 0; n < count; n += 1) {
    if (at < 0 || at + entryBytes > end || view.getUint32(at, true) !== directoryEntry) return null;
    const length = view.getUint16(at + 28, true);
    names.push(decoder.decode(bytes.subarray(at + entryBytes, at + entryBytes + length)));
    at += entryBytes + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === end ? names : null;
};
