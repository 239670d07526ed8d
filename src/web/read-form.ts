import { Busboy } from "@fastify/busboy";

/** The fields and files of a form that was sent, in their order. */
export interface SentForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly files: readonly File[];
}

/** No form of ours has more fields or files. A request with more is an attack. */
const mostFields = 2_000;
const mostFiles = 50;
const empty: SentForm = { fields: [], files: [] };

const countOf = (text: string, character: string): number => {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
};

const readParts = (bytes: Uint8Array, contentType: string, largest: number): Promise<SentForm> =>
  new Promise((resolve) => {
    const fields: (readonly [string, string])[] = [];
    const files: Promise<File>[] = [];
    const refuse = (): void => resolve(empty);
    const reader = new Busboy({
      headers: { "content-type": contentType },
      limits: { fields: mostFields, files: mostFiles, parts: mostFields + mostFiles, fieldSize: largest, fieldNameSize: 200 },
    });
    reader.on("field", (name, value) => void fields.push([name, value]));
    reader.on("file", (_field, stream, name, _encoding, type) => {
      const read = stream.toArray() as Promise<Uint8Array<ArrayBuffer>[]>;
      files.push(read.then((parts) => new File(parts, name ?? "", { type })));
    });
    for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const) reader.on(limit, refuse);
    reader.on("error", refuse);
    reader.on("finish", () => {
      Promise.all(files).then((read) => resolve({ fields, files: read }), refuse);
    });
    reader.end(bytes);
  });

/**
 * Reads a form in a time that grows with its length only. `Request.formData` takes a minute for a megabyte of `&a&a…`,
 * and the process does nothing else meanwhile. What is no form, is damaged, or has too many fields reads as an empty form.
 */
export const readForm = async (request: Request): Promise<SentForm> => {
  const contentType = request.headers.get("content-type") ?? "";
  if (/^multipart\/form-data\b/i.test(contentType)) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return readParts(bytes, contentType, bytes.byteLength).catch(() => empty);
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return empty;
  const text = await request.text();
  return countOf(text, "&") > mostFields ? empty : { fields: [...new URLSearchParams(text)], files: [] };
};
