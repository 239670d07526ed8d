/** A zip of empty files with these names; `count` is how many its end says it holds. */
export const zipOf = (names: readonly string[], comment = "", count = names.length): Uint8Array<ArrayBuffer> => {
  const directory = names.map((name) => {
    const encoded = Buffer.from(name);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(encoded.length, 28);
    return Buffer.concat([header, encoded]);
  });
  const body = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(body.length, 12);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Uint8Array.from(Buffer.concat([body, end, Buffer.from(comment)]));
};
