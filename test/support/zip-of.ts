/** A zip entry with another name in its own header, or in an extra field of one of its two headers. */
export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly local?: string;
  readonly extra?: Uint8Array;
  readonly localExtra?: Uint8Array;
}

/** An extra field with this id. */
export const extraField = (id: number, content: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
};

/** The Unicode path of Info-ZIP: a version, a checksum of the other name, the name. */
export const unicodePath = (name: string): Uint8Array =>
  extraField(0x7075, Buffer.concat([Uint8Array.of(1, 0, 0, 0, 0), Buffer.from(name)]));

/** The header that stands before a file's content. */
export const localHeader = (name: string | Uint8Array, extra: Uint8Array = new Uint8Array()): Buffer => {
  const encoded = Buffer.from(name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(encoded.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, encoded, extra]);
};

/** A zip of empty files with these names; `count` is the number that its end record states. */
export const zipOf = (
  entries: readonly (string | ZipEntry)[],
  comment: string | Uint8Array = "",
  count = entries.length,
  before: Uint8Array = new Uint8Array(),
): Uint8Array<ArrayBuffer> => {
  const files = entries.map((entry) => (typeof entry === "string" ? { name: entry } : entry));
  const locals = files.map(({ name, local = name, localExtra }) => localHeader(local, localExtra));
  let offset = before.length;
  const directory = files.map(({ name, extra = new Uint8Array() }, n) => {
    const encoded = Buffer.from(name);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(encoded.length, 28);
    header.writeUInt16LE(extra.length, 30);
    header.writeUInt32LE(offset, 42);
    offset += locals[n]?.length ?? 0;
    return Buffer.concat([header, encoded, extra]);
  });
  const body = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(body.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.from(comment).length, 20);
  return Uint8Array.from(Buffer.concat([before, ...locals, body, end, Buffer.from(comment)]));
};
