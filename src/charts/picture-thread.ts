import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import type { PictureAnswer, PictureRequest } from "./picture.ts";

// The thread that `toPng` starts. It draws one picture after the other.

const fontFiles = (): string[] => {
  const found = findPackageJSON("dejavu-fonts-ttf/package.json", import.meta.url);
  if (found === undefined) throw new Error("dejavu-fonts-ttf is not installed");
  return ["DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"].map((name) => join(dirname(found), "ttf", name));
};

const draw = ({ id, svg, width }: PictureRequest): PictureAnswer => {
  try {
    const image = new Resvg(svg, {
      fitTo: { mode: "width", value: width },
      font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: "DejaVu Sans Condensed" },
    }).render();
    return { id, picture: { png: Uint8Array.from(image.asPng()), width: image.width, height: image.height } };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : "the picture could not be drawn" };
  }
};

parentPort?.on("message", (request: PictureRequest) => {
  const answer = draw(request);
  parentPort?.postMessage(answer, "picture" in answer ? [answer.picture.png.buffer] : []);
});
