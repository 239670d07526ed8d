import { Busboy } from "@fastify/busboy";

/** A file of a form. Its bytes are a part of the form's own where that is possible, so a large file is not copied. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The fields and files of a form that was sent, in their order. */
export interface SentForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly files: readonly SentFile[];
}

/** No form of ours has more fields, and none with files has more parts. A request with more is an attack. */
const mostFields = 2_000;
const mostParts = 200;
/** In bytes, for the lines above the content of one part. */
const longestHead = 2_000;
const mostHeaders = 10;
/**
 * The most bytes of text in one form, but for files: a desk file of thousands of accounts. A page draws a text again that it
 * refused, and each `&` of it takes five characters then, so a larger text is refused before it is decoded.
 */
const mostText = 1_000_000;
const empty: SentForm = { fields: [], files: [] };

/** Whether a text occurs more often than that. */
const isMoreOften = (text: Buffer, part: string, most: number): boolean => {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) if ((count += 1) > most) return true;
  return false;
};

/** Postgres stores no NUL character, neither in a name nor in a value, and no person types one. */
const withoutNull = ({ fields, files }: SentForm): SentForm => ({
  fields: fields.map(([name, value]) => [name.replaceAll("\0", ""), value.replaceAll("\0", "")] as const),
  files,
});

const joined = (chunks: readonly Uint8Array<ArrayBuffer>[]): Buffer<ArrayBuffer> => {
  const [first, ...others] = chunks;
  return first !== undefined && others.length === 0
    ? Buffer.from(first.buffer, first.byteOffset, first.byteLength)
    : Buffer.concat(chunks);
};

/** The bytes of a body. The listener gives them in one chunk, which is not copied. */
const bytesOf = async ({ body }: Request): Promise<Buffer<ArrayBuffer>> => {
  const stream: AsyncIterable<Uint8Array<ArrayBuffer>> | readonly Uint8Array<ArrayBuffer>[] = body ?? [];
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return joined(chunks);
};

/**
 * The boundary of a multipart form; null if the request is no such form, or if its type is not written as browsers write it.
 * The parser accepts two boundaries, blanks and escapes, and reads them by rules of its own. So only one exact shape passes,
 * and the parser gets a type that is made of this boundary: it splits the form where `readForm` counted.
 */
const boundaryOf = (contentType: string): string | null => {
  const [, quoted, bare] =
    /^multipart\/form-data; ?boundary=(?:"([\w'()+,./:=?-]{1,70})"|([\w'()+,./:=?-]{1,70}))$/i.exec(contentType) ?? [];
  return quoted ?? bare ?? null;
};

const readParts = (bytes: Uint8Array, boundary: string): Promise<SentForm> =>
  new Promise((resolve) => {
    const fields: (readonly [string, string])[] = [];
    const files: Promise<SentFile>[] = [];
    const refuse = (): void => resolve(empty);
    const parser = new Busboy({
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      limits: { parts: mostParts, fieldSize: mostText, headerSize: longestHead, headerPairs: mostHeaders },
    });
    let characters = 0;
    parser.on("field", (name, value, _isNameCut, isCut) => {
      characters += value.length;
      if (isCut || characters > mostText) refuse();
      else fields.push([name ?? "", value]);
    });
    parser.on("file", (...[, stream, name, , type]) => {
      const read = stream.toArray() as Promise<Uint8Array<ArrayBuffer>[]>;
      const file = read.then((chunks) => ({ name: name ?? "", type, bytes: joined(chunks) }));
      // A form that ends inside a file never finishes. Without a handler from the start, the rejection would end the process.
      file.catch(refuse);
      files.push(file);
    });
    parser.on("partsLimit", refuse);
    parser.on("error", refuse);
    parser.on("finish", () => {
      Promise.all(files).then((read) => resolve({ fields, files: read }), refuse);
    });
    parser.end(bytes);
  });

/**
 * Reads a form in a time that grows with its length only. `Request.formData` blocks the process for a minute with a
 * megabyte of `&a&a…`. A request that is no form, is damaged, or has too many fields or parts reads as an empty form.
 */
export const readForm = async (request: Request): Promise<SentForm> => {
  const contentType = request.headers.get("content-type") ?? "";
  const boundary = boundaryOf(contentType);
  if (boundary !== null) {
    const bytes = await bytesOf(request);
    // The parser cannot be stopped: it makes a stream for each part, also after its limit.
    if (isMoreOften(bytes, `--${boundary}`, mostParts + 1)) return empty;
    return withoutNull(await readParts(bytes, boundary).catch(() => empty));
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return empty;
  const bytes = await bytesOf(request);
  if (bytes.byteLength > mostText || isMoreOften(bytes, "&", mostFields)) return empty;
  return withoutNull({ fields: [...new URLSearchParams(bytes.toString())], files: [] });
};
