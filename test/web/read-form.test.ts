import { describe, expect, test } from "vitest";
import { readForm } from "../../src/web/read-form.ts";
import { allowedMs, fastestRunAwaited } from "../hostile/fastest-run.ts";

const urlencoded = "application/x-www-form-urlencoded";
const posted = (body: string | FormData, type?: string): Request =>
  new Request("http://127.0.0.1/", {
    method: "POST",
    body,
    headers: type === undefined ? {} : { "content-type": type },
  });

describe("a form", () => {
  const fields = [
    ["token", "a b&c=d"],
    ["text", "línea 1\r\nlínea 2 + 100 %"],
    ["pick", "1001"],
    ["pick", "1002"],
    ["empty", ""],
  ] as const;

  test("is read as it was sent, with repeated and empty fields", async () => {
    const sent = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    expect(await readForm(posted(sent.toString(), urlencoded))).toEqual({ fields, files: [] });
  });

  test("with files is read as it was sent", async () => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    form.append("file", new File(["á".repeat(70_000)], "informe ñ.txt", { type: "text/plain" }));
    form.append("file", new File([], ""));
    const read = await readForm(posted(form));
    expect(read.fields).toEqual(fields);
    expect(read.files.map(({ name, bytes, type }) => [name, bytes.byteLength, type])).toEqual([
      ["informe ñ.txt", 140_000, "text/plain"],
      ["", 0, "application/octet-stream"],
    ]);
    expect(new TextDecoder().decode(read.files[0]?.bytes)).toBe("á".repeat(70_000));
  });

  test("that comes in one chunk is not copied for its files", async () => {
    const form = new FormData();
    form.append("file", new File([new Uint8Array(3_000_000)], "video.mp4"));
    const whole = new Request("http://127.0.0.1/", { method: "POST", body: form });
    const sent = await whole.bytes();
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(sent);
        controller.close();
      },
    });
    const { headers } = whole;
    const { files } = await readForm(
      new Request("http://127.0.0.1/", { method: "POST", headers, body, duplex: "half" }),
    );
    expect([files[0]?.bytes.byteLength, files[0]?.bytes.buffer === sent.buffer]).toEqual([3_000_000, true]);
  });

  const disposition = 'Content-Disposition: form-data; name="a"';
  const parted = (boundary: string): string => `--${boundary}\r\n${disposition}\r\n\r\nb\r\n--${boundary}--\r\n`;

  test.each(["x", "-".repeat(70), "----WebKitFormBoundary7MA4YWxkTrZu0gW", "=_Part.1:2,3/4'(5)+6?_"])(
    "is read with the boundary %s, bare and quoted",
    async (boundary) => {
      for (const written of [boundary, `"${boundary}"`]) {
        const type = `multipart/form-data; boundary=${written}`;
        expect(await readForm(posted(parted(boundary), type))).toEqual({ fields: [["a", "b"]], files: [] });
      }
    },
  );

  test.each([
    "multipart/form-data; boundary=zz; boundary=x",
    "multipart/form-data; boundary=x; boundary=zz",
    'multipart/form-data; x="; boundary=zz"; boundary=x',
    "multipart/form-data; boundary*=us-ascii''x; boundary=zz",
    "multipart/form-data; boundary= x",
    "multipart/form-data; boundary=x y",
    'multipart/form-data; boundary="\\x"',
    'multipart/form-data; boundary="x"y',
    'multipart/form-data; boundary="x',
    "multipart/form-data; boundary=x, multipart/form-data; boundary=zz",
    "multipart/form-data; charset=utf-8; boundary=x",
    "multipart/form-data-x; boundary=x",
  ])("of the type %s reads as an empty form, because a parser may find another boundary in it", async (type) => {
    expect(await readForm(posted(parted("x"), type))).toEqual({ fields: [], files: [] });
  });

  test("has a field with an empty name for a part without a name", async () => {
    const body = parted("x").replace('; name="a"', "");
    expect((await readForm(posted(body, "multipart/form-data; boundary=x"))).fields).toEqual([["", "b"]]);
  });

  test("has no NUL characters, which the database refuses", async () => {
    expect((await readForm(posted("text=a%00b", urlencoded))).fields).toEqual([["text", "ab"]]);
  });

  test.each([
    ["no type", "a=b", ""],
    ["another type", "a=b", "text/plain"],
    ["no boundary", "--x\r\n", "multipart/form-data"],
    ["a damaged part", "--x\r\nContent-Disposition: form-data; name", "multipart/form-data; boundary=x"],
    ["no part", "hello", "multipart/form-data; boundary=x"],
  ])("with %s reads as an empty form", async (_what, body, type) => {
    expect(await readForm(posted(body, type))).toEqual({ fields: [], files: [] });
  });
});

describe("a hostile form", () => {
  const size = 200_000;
  const filled = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

  test.each(["&a", "&", "=&", "k=&", "a=b&", "%&", "%41&", "+&", "%", "a"])(
    "of 200 kB of %j takes little time",
    async (unit) => {
      const body = filled(unit);
      expect(await fastestRunAwaited(() => readForm(posted(body, urlencoded)), allowedMs)).toBeLessThan(allowedMs);
    },
  );

  test.each([
    ["one field", ["x".repeat(1_000_001)]],
    ["ten fields", Array.from({ length: 10 }, () => "&a".repeat(500_000))],
  ])("with ten megabytes of text in %s reads as an empty form, so that no page draws it again", async (_, values) => {
    const form = new FormData();
    for (const value of values) form.append("text", value);
    expect(await readForm(posted(form))).toEqual({ fields: [], files: [] });
    const lines = values.map((value) => `text=${value.replaceAll("&", "%26")}`).join("&");
    expect(await readForm(posted(lines, urlencoded))).toEqual({ fields: [], files: [] });
  });

  test("a text of almost a megabyte beside a file of three is read whole", async () => {
    const form = new FormData();
    form.append("text", "x".repeat(999_000));
    form.append("file", new File([new Uint8Array(3_000_000)], "video.mp4"));
    const { fields, files } = await readForm(posted(form));
    expect([fields[0]?.[1].length, files[0]?.bytes.byteLength]).toEqual([999_000, 3_000_000]);
  });

  test("that is cut at any byte reads as an empty form, and leaves no rejection that would end the process", async () => {
    const type = "multipart/form-data; boundary=x";
    const whole = ["a", 'f"; filename="one.txt', 'f"; filename="two.txt']
      .map((name) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain\r\n\r\nabc\r\n`)
      .join("")
      .concat("--x--");
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    try {
      const cuts = Array.from({ length: whole.length }, (_, end) => whole.slice(0, end));
      const forms = await Promise.all(cuts.map((cut) => readForm(posted(cut, type))));
      await new Promise((turn) => setImmediate(turn));
      expect(forms.filter(({ fields, files }) => fields.length + files.length > 0)).toEqual([]);
    } finally {
      process.off("unhandledRejection", note);
    }
    expect(unhandled).toEqual([]);
    expect((await readForm(posted(whole, type))).files.map(({ name }) => name)).toEqual(["one.txt", "two.txt"]);
  });

  const part = (lines: string): string => `--x\r\n${lines}\r\n`;
  test.each([
    ["small fields", part('Content-Disposition: form-data; name="a"\r\n\r\nb')],
    ["small files", part('Content-Disposition: form-data; name="a"; filename="b"\r\n\r\nc')],
    ["boundaries", "--x\r\n"],
    ["headers", part("Content-Disposition: form-data\r\n".repeat(200))],
    ["line breaks", "\r\n"],
  ])("of one megabyte of %s takes little time, and reads as an empty form", async (_what, unit) => {
    const type = "multipart/form-data; boundary=x";
    const body = `${unit.repeat(Math.ceil(1_000_000 / unit.length))}--x--\r\n`;
    const allowed = allowedMs * 5;
    expect(await fastestRunAwaited(() => readForm(posted(body, type)), allowed)).toBeLessThan(allowed);
    expect((await readForm(posted(body, type))).fields.length).toBeLessThanOrEqual(1);
  });

  const plain = "multipart/form-data; boundary=x";
  const field = 'Content-Disposition: form-data; name="a"';
  const begun = `--x\r\n${field}; filename="b"\r\n\r\n`;
  const dashes = "-".repeat(69);
  const manyHeads = `--x\r\n${"A:b\r\n".repeat(3_000)}\r\n`;
  const longHead = `--x\r\nContent-Disposition: form-data; name*=${"%41".repeat(600)}\r\n\r\n${"b".repeat(14_000)}\r\n`;
  test.each([
    [
      "parts, of which another boundary is named first",
      "multipart/form-data; boundary=zz; boundary=x",
      "--x\r\n\r\n",
      "",
    ],
    ["parts, with a boundary in quotes", 'multipart/form-data; q="; boundary=zz"; boundary=x', "--x\r\n\r\n", ""],
    ["parts, with a blank before the boundary", "multipart/form-data; boundary= x", "--x\r\n", ""],
    ["parts, with a quoted boundary", 'multipart/form-data; boundary="x"', "--x\r\n\r\n", ""],
    ["parts without a name", plain, "--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n", ""],
    ["bytes that begin a boundary, in a file", plain, "\r\n--", begun],
    ["bytes that begin a boundary, before the first part", plain, "\r\n-\r\n--\r", ""],
    ["almost a boundary", `multipart/form-data; boundary=${dashes}a`, "-", ""],
    ["the end of a boundary", `multipart/form-data; boundary=a${dashes}`, "-", ""],
    ["a head without an end", plain, "A:b\r\n", "--x\r\n"],
    ["long heads", plain, manyHeads, ""],
    ["long names", plain, longHead, ""],
    ["text in another encoding", plain, "é", `--x\r\n${field}\r\nContent-Type: text/plain; charset=base64\r\n\r\n`],
    ["pairs", urlencoded, "a=b&", ""],
    ["one value", urlencoded, "%", ""],
  ])("of three megabytes of %s takes little time", async (_what, type, unit, start) => {
    const bytes = Buffer.from(start + unit.repeat(Math.ceil(3_000_000 / Buffer.byteLength(unit))));
    const read = async (): Promise<void> => {
      await readForm(
        new Request("http://127.0.0.1/", { method: "POST", body: bytes, headers: { "content-type": type } }),
      );
      // The parser's streams still work after the form was refused.
      await new Promise((turn) => setImmediate(turn));
    };
    const allowed = allowedMs * 5;
    expect(await fastestRunAwaited(read, allowed)).toBeLessThan(allowed);
  });
});
