const hasExtra = 4;
const hasName = 8;

/**
 * The name that stands inside a gzip: many unpackers give it to what they unpack, whatever the file itself is called. Null
 * where there is none, or the file is no gzip.
 */
export const gzipName = (bytes: Uint8Array): string | null => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null;
  const flags = bytes[3] ?? 0;
  if ((flags & hasName) === 0) return null;
  const begin = 10 + ((flags & hasExtra) === 0 ? 0 : 2 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0));
  const end = bytes.indexOf(0, begin);
  return Buffer.from(bytes.subarray(begin, end < 0 ? bytes.length : end)).toString("latin1");
};
