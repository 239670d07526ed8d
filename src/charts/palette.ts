import type { ChartTheme } from "./chart.ts";

/**
 * The colours of the web desk that charts use, by the names of `src/web/assets/tokens.css`: in the light and in the dark. A
 * test compares them with that file.
 */
export const tokens = {
  surface: ["#ffffff", "#1b2024"],
  line: ["#e2ded3", "#313a40"],
  "line-strong": ["#8d8a80", "#7a868e"],
  ink: ["#1d2529", "#e9edee"],
  "ink-soft": ["#566066", "#a9b4ba"],
  accent: ["#1f5568", "#8fcbdd"],
  "on-accent": ["#ffffff", "#0d2730"],
  critical: ["#a8201a", "#ff8f86"],
  high: ["#9a4a00", "#ffb26b"],
  medium: ["#6d5a00", "#e6cd5f"],
  low: ["#336052", "#8fd0b8"],
  "heat-1": ["#e4eff2", "#1f3942"],
  "heat-2": ["#bcd7de", "#294d59"],
  "heat-3": ["#8dbac7", "#35616f"],
  "heat-4": ["#3b7488", "#6fafc3"],
  "heat-5": ["#1f5568", "#a9dceb"],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

/** A colour of charts. */
export type ChartToken = keyof typeof tokens;

/** A colour of the light or the dark theme. */
export const pictureColour = (token: ChartToken, theme: "light" | "dark"): string =>
  tokens[token][theme === "light" ? 0 : 1];

/** Names a colour as an SVG attribute of this theme says it. */
export type Paint = (token: ChartToken) => string;

/** The colours of a theme. Those of a page are its variables, so that the chart changes with the page. */
export const paintOf = (theme: ChartTheme): Paint =>
  theme === "page" ? (token) => `var(--${token})` : (token) => pictureColour(token, theme);

/** The colours of several series, in turn. */
export const seriesTokens = ["accent", "high", "low", "critical", "medium"] as const satisfies readonly ChartToken[];

/** The steps of a heat map from few to many, and in which colour a number stands on each. */
export const heatSteps = [
  { ground: "heat-1", number: "ink" },
  { ground: "heat-2", number: "ink" },
  { ground: "heat-3", number: "ink" },
  { ground: "heat-4", number: "on-accent" },
  { ground: "heat-5", number: "on-accent" },
] as const satisfies readonly { readonly ground: ChartToken; readonly number: ChartToken }[];
