import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { toPng } from "../../src/charts/picture.ts";
import { everyChart, hostileNames, lookOf } from "./sample-charts.ts";

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** How many rows of the picture differ from the row above. */
  readonly changes: number;
}

/** Reads a PNG as far as the test needs it: PNG (Third Edition), §5.3 and §11.2. */
const read = (png: Uint8Array): Pixels => {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const rows = inflateSync(Buffer.concat(data));
  const size = rows.length / height;
  const row = (at: number): Buffer => rows.subarray(at * size, (at + 1) * size);
  const changes = Array.from({ length: height - 1 }, (_, at) => row(at).equals(row(at + 1))).filter((same) => !same);
  return { width, height, changes: changes.length };
};

test.each(["light", "dark"] as const)("a picture in the %s has its size, and something on it", async (theme) => {
  for (const chart of await everyChart(lookOf(theme))) {
    const { png, width, height } = await toPng(chart, 1280);
    const pixels = read(png);
    expect(pixels).toMatchObject({ width, height });
    expect(width).toBe(1280);
    expect(pixels.height).toBeGreaterThan(400);
    expect(pixels.changes).toBeGreaterThan(pixels.height / 10);
    expect(png.length).toBeLessThan(200_000);
  }
});

test("a blank picture is found, so that the test above can fail", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300"><rect width="640" height="300" fill="#fff"/></svg>`;
  const { changes } = read((await toPng({ svg }, 1280)).png);
  expect(changes).toBeLessThan(5);
});

test("the texts of a picture are drawn with Plazo's own font", async () => {
  const text = (letters: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text x="5" y="25" font-size="20">${letters}</text></svg>`;
  const pictures = await Promise.all(
    ["", "a", "á", "ã", "ñ", "ç", "õ", "Ü", "¿", "…", "–", "Ж", "ש"].map(async (letters) =>
      Buffer.from((await toPng({ svg: text(letters) }, 600)).png).toString("base64"),
    ),
  );
  expect(new Set(pictures).size).toBe(pictures.length);
});

test("the same chart is the same picture, and hostile names do not hinder it", async () => {
  for (const name of hostileNames) {
    const [chart] = await everyChart(lookOf("light"), name);
    if (chart === undefined) throw new Error("no chart");
    const [first, second] = [await toPng(chart, 640), await toPng(chart, 640)];
    expect(Buffer.from(first.png).equals(Buffer.from(second.png))).toBe(true);
  }
});

test("a chart of a page is no picture, since its colours are the page's", async () => {
  const [chart] = await everyChart(lookOf("page"));
  await expect(toPng(chart ?? { svg: "" }, 640)).rejects.toThrow("theme light or dark");
});

test("a picture that cannot be drawn fails alone, and the process may end after the last one", async () => {
  const good = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"><rect width="30" height="30"/></svg>`;
  const [first, broken, last] = await Promise.allSettled([
    toPng({ svg: good }, 60),
    toPng({ svg: "no drawing" }, 60),
    toPng({ svg: good }, 90),
  ]);
  expect(first).toMatchObject({ status: "fulfilled", value: { width: 60 } });
  expect(broken.status).toBe("rejected");
  expect(last).toMatchObject({ status: "fulfilled", value: { width: 90 } });
});
