import type { Page } from "playwright-core";

/**
 * Runs inside the page: each visible text whose colour stands out less than WCAG AA asks (4.5:1, or 3:1 for large
 * text) from what lies behind it. A string, because the tests know no DOM types.
 */
const weakTexts = `(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colours = new Map();
  const rgba = (colour) => {
    if (!colours.has(colour)) colours.set(colour, drawn(colour));
    return colours.get(colour);
  };
  const drawn = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, below) => top.slice(0, 3).map((c, at) => (c * top[3] + below[at] * (255 - top[3])) / 255);
  const grounds = new Map();
  const behind = (element) => {
    if (!grounds.has(element)) grounds.set(element, groundOf(element));
    return grounds.get(element);
  };
  const groundOf = (element) => {
    if (element === null) return rgba("Canvas");
    const colour = rgba(getComputedStyle(element).backgroundColor);
    return colour[3] === 255 ? colour : [...over(colour, behind(element.parentElement)), 255];
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const weak = [];
  for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join(" ").trim();
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (text === "" || style.visibility === "hidden" || box.width < 2 || element.closest(":disabled") !== null) continue;
    const ground = behind(element);
    const [a, b] = [light(over(rgba(style.color), ground)), light(ground)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) weak.push(text.slice(0, 40) + " " + ratio.toFixed(2) + " " + element.className);
  }
  return [...new Set(weak)];
})()`;

/** The texts of the page that are too faint to read. */
export const faintTexts = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(weakTexts);
