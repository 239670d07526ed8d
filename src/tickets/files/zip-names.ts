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

/** Judging more names would delay other work for too long. */
const mostFiles = 20_000;

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

/** A name as UTF-8. If it is in another encoding, also its ASCII letters alone. */
const readings = (bytes: Uint8Array): readonly string[] => {
  const name = utf8.decode(bytes);
  return name.includes("\ufffd") ? [name, utf8.decode(bytes.filter((byte) => byte < 0x80))] : [name];
};

/** The names in the extra fields of a header. A field with a wrong length ends the search. */
const extraNames = ({ bytes, view }: Zip, from: number, length: number): readonly string[] => {
  const end = Math.min(from + length, bytes.length);
  const names: string[] = [];
  for (let at = from; at + 4 <= end;) {
    const id = view.getUint16(at, true);
    const until = at + 4 + view.getUint16(at + 2, true);
    // The Unicode path follows a version and a checksum; the Macintosh name follows a mark and its length.
    if (until <= end && id === unicodePath) names.push(...readings(bytes.subarray(at + 9, until)));
    if (until <= end && id === macintoshName)
      names.push(...readings(bytes.subarray(at + 9, at + 9 + (bytes[at + 8] ?? 0))));
    at = until;
  }
  return names;
};

/** The names in the directory; null if it cannot be listed. */
const directoryNames = (zip: Zip): readonly string[] | null => {
  const { bytes, view } = zip;
  const end = endAt(zip);
  if (end === null) return null;
  const begin = end - view.getUint32(end + 12, true);
  // Some unpackers trust the length of the directory, and others its offset.
  if (begin !== view.getUint32(end + 16, true)) return null;
  const large = end - largeDirectoryBytes;
  if (large >= 0 && view.getUint32(large, true) === largeDirectory) return null;
  const count = view.getUint16(end + 10, true);
  if (count > mostFiles) return null;
  const names: string[] = [];
  let at = begin;
  for (let n = 0; n < count; n += 1) {
    if (at < 0 || at + entryBytes > end || view.getUint32(at, true) !== directoryEntry) return null;
    const length = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true);
    if (length > longestName) return null;
    const afterName = at + entryBytes + length;
    names.push(...readings(bytes.subarray(at + entryBytes, afterName)), ...extraNames(zip, afterName, extra));
    at = afterName + extra + view.getUint16(at + 32, true);
  }
  return at === end ? names : null;
};

/** The offset of the next file header from here on; -1 if there is none. */
const nextLocal = (bytes: Uint8Array, from: number): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(beginOfLocal, from);

/**
 * The names in the headers of the files themselves. An unpacker that reads a zip from its beginning uses only these,
 * and the directory need not list them. Null if there are too many, or if the headers overlap.
 */
const localNames = (zip: Zip): readonly string[] | null => {
  const { bytes, view } = zip;
  const names: string[] = [];
  let read = 0;
  for (let at = nextLocal(bytes, 0); at >= 0 && at + localBytes <= bytes.length; at = nextLocal(bytes, at + 4)) {
    const length = view.getUint16(at + 26, true);
    const extra = view.getUint16(at + 28, true);
    // Packed data may look like a header, but hardly with a name of a possible length.
    if (length === 0 || length > longestName) continue;
    read += localBytes + length + extra;
    if (read > bytes.length || names.length > 2 * mostFiles) return null;
    const afterName = at + localBytes + length;
    names.push(...readings(bytes.subarray(at + localBytes, afterName)), ...extraNames(zip, afterName, extra));
  }
  return names;
};

/** Some unpackers end a name at this character, and others do not. */
const nothing = "\u0000";

/**
 * Every name that an unpacker may give to a file in a zip: from its directory, each file's own header, and their extra
 * fields. Null if it cannot be listed, or if unpackers list it differently: cut, in several parts, with a second
 * directory, or with too many files.
 */
export const zipNames = (bytes: Uint8Array): readonly string[] | null => {
  const zip = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  const listed = directoryNames(zip);
  const own = listed === null ? null : localNames(zip);
  if (listed === null || own === null) return null;
  const names = new Set([...listed, ...own]);
  return [...names].some((name) => name.includes(nothing)) ? null : [...names];
};

const hasExtra = 4;
const hasName = 8;

/**
 * The name inside a gzip, which many unpackers give to the unpacked file. Null if there is none, or if the file is no
 * gzip.
 */
export const gzipName = (bytes: Uint8Array): string | null => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null;
  const flags = bytes[3] ?? 0;
  if ((flags & hasName) === 0) return null;
  const begin = 10 + ((flags & hasExtra) === 0 ? 0 : 2 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0));
  const end = bytes.indexOf(0, begin);
  return Buffer.from(bytes.subarray(begin, end < 0 ? bytes.length : end)).toString("latin1");
};
