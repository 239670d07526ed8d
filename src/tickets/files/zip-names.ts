const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
const largeDirectory = 0x07064b50;
const localBytes = 30;
const entryBytes = 46;
const endBytes = 22;
const largeDirectoryBytes = 20;
const longestComment = 0xffff;

/** In bytes. No system opens a longer path, and some unpackers cut it before its ending. */
const longestName = 4_096;

const mostFiles = 20_000;

/**
 * What all names of a zip together may have, wherever they stand. Most files are named twice: in the directory and in their own
 * header. To judge more would take too long.
 */
const mostNames = 2 * mostFiles;
const mostNameBytes = 1_000_000;

/** How many bytes are searched in one step. */
const searchedAtOnce = 1024 * 1024;

/** Extra fields that give a file another name: the Unicode path of Info-ZIP, and the name on an old Macintosh. */
const unicodePath = 0x7075;
const macintoshName = 0x2605;

const beginOfLocal = Uint8Array.of(0x50, 0x4b, 0x03, 0x04);

interface Zip {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/**
 * The offset of the record that ends a zip; null if the bytes are no whole zip. Some unpackers take the last record and
 * others the one whose comment fits, so a zip in which these differ is refused.
 */
const endAt = ({ view }: Zip): number | null => {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (view.getUint32(at, true) === endOfDirectory)
      return at + endBytes + view.getUint16(at + 20, true) === view.byteLength ? at : null;
  return null;
};

const utf8 = new TextDecoder("utf-8");

/** Some unpackers end a name at this character, and others do not. */
const nothing = "\u0000";

/** The names of one zip that were read so far. */
interface Reading {
  readonly known: Set<string>;
  count: number;
  bytes: number;
}

/** One name, or a moment in which the caller may let other work run. */
type Step = string | null;

/** Yields names; returns whether they could all be read. */
type Names = Generator<Step, boolean, void>;

/**
 * Yields a name as UTF-8. If it is in another encoding, also yields its ASCII letters alone. A name that was read before
 * is not yielded again.
 */
function* readings(bytes: Uint8Array, reading: Reading): Names {
  reading.count += 1;
  reading.bytes += bytes.length;
  if (bytes.length > longestName || reading.count > mostNames || reading.bytes > mostNameBytes) return false;
  const name = utf8.decode(bytes);
  if (name.includes(nothing)) return false;
  if (reading.known.has(name)) return true;
  reading.known.add(name);
  yield name;
  if (name.includes("\ufffd")) yield utf8.decode(bytes.filter((byte) => byte < 0x80));
  return true;
}

/** Yields the names in the extra fields of a header. A field with a wrong length ends the search. */
function* extraNames({ bytes, view }: Zip, from: number, length: number, reading: Reading): Names {
  const end = Math.min(from + length, bytes.length);
  for (let at = from; at + 4 <= end;) {
    const id = view.getUint16(at, true);
    const until = at + 4 + view.getUint16(at + 2, true);
    // The Unicode path follows a version and a checksum; the Macintosh name follows a mark and its length.
    const last = id === unicodePath ? until : id === macintoshName ? at + 9 + (bytes[at + 8] ?? 0) : null;
    if (until <= end && last !== null && !(yield* readings(bytes.subarray(at + 9, last), reading))) return false;
    at = until;
  }
  yield null;
  return true;
}

/** Yields the names in the directory. */
function* directoryNames(zip: Zip, reading: Reading): Names {
  const { bytes, view } = zip;
  const end = endAt(zip);
  if (end === null) return false;
  const begin = end - view.getUint32(end + 12, true);
  // Some unpackers trust the length of the directory, and others its offset.
  if (begin !== view.getUint32(end + 16, true)) return false;
  const large = end - largeDirectoryBytes;
  if (large >= 0 && view.getUint32(large, true) === largeDirectory) return false;
  const count = view.getUint16(end + 10, true);
  if (count > mostFiles) return false;
  let at = begin;
  for (let n = 0; n < count; n += 1) {
    if (at < 0 || at + entryBytes > end || view.getUint32(at, true) !== directoryEntry) return false;
    const length = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true);
    const afterName = at + entryBytes + length;
    if (!(yield* readings(bytes.subarray(at + entryBytes, afterName), reading))) return false;
    if (!(yield* extraNames(zip, afterName, extra, reading))) return false;
    at = afterName + extra + view.getUint16(at + 32, true);
  }
  return at === end;
}

/** Yields where the next header of a file may stand. */
function* localHeaders(bytes: Uint8Array): Generator<number | null, void, void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const overlap = beginOfLocal.length - 1;
  for (let from = 0; from + localBytes <= bytes.length; from += searchedAtOnce) {
    const part = buffer.subarray(from, from + searchedAtOnce + overlap);
    for (let at = part.indexOf(beginOfLocal); at >= 0; at = part.indexOf(beginOfLocal, at + 4))
      if (from + at + localBytes <= bytes.length) yield from + at;
    yield null;
  }
}

/**
 * Yields the names in the headers of the files themselves, wherever one begins: an unpacker that reads a zip from its beginning
 * knows no others, and the directory need not list them. Returns false if the headers lie inside each other.
 */
function* localNames(zip: Zip, reading: Reading): Names {
  const { bytes, view } = zip;
  let read = 0;
  for (const at of localHeaders(bytes)) {
    yield null;
    if (at === null) continue;
    const length = view.getUint16(at + 26, true);
    const extra = view.getUint16(at + 28, true);
    // Packed data may look like a header, but hardly with a name of a possible length.
    if (length === 0 || length > longestName) continue;
    read += localBytes + length + extra;
    if (read > bytes.length) return false;
    const afterName = at + localBytes + length;
    if (!(yield* readings(bytes.subarray(at + localBytes, afterName), reading))) return false;
    if (!(yield* extraNames(zip, afterName, extra, reading))) return false;
  }
  return true;
}

/**
 * Yields every name that an unpacker may give to a file in a zip: as its directory lists them, as each file's own header does,
 * and as their extra fields do. Returns false if they cannot be listed, or different unpackers list them differently: the zip is
 * cut, in several parts, has a second directory, or too many or too long names.
 */
export function* zipNames(bytes: Uint8Array): Names {
  const zip = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  const reading = { known: new Set<string>(), count: 0, bytes: 0 };
  return (yield* directoryNames(zip, reading)) && (yield* localNames(zip, reading));
}

const hasExtra = 4;
const hasName = 8;

/**
 * The name inside a gzip: many unpackers give it to what they unpack, whatever the file itself is called. Null if
 * there is none, or the file is no gzip. `tooLong`: no system opens a path of that length.
 */
export const gzipName = (bytes: Uint8Array): { readonly name: string } | "tooLong" | null => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null;
  const flags = bytes[3] ?? 0;
  if ((flags & hasName) === 0) return null;
  const begin = 10 + ((flags & hasExtra) === 0 ? 0 : 2 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0));
  const stored = bytes.subarray(begin, begin + longestName + 1);
  const end = stored.indexOf(0);
  if (end < 0 && stored.length > longestName) return "tooLong";
  return { name: Buffer.from(end < 0 ? stored : stored.subarray(0, end)).toString("latin1") };
};
