import { change, current, type GuideStep, type Theme } from "./state.ts";

/** What the page keeps in the browser for the visitor's next visit. */
export const keep = (name: string, value: string): void => localStorage.setItem(`plazo-${name}`, value);

export const kept = (name: string): string | null => localStorage.getItem(`plazo-${name}`);

export const setTheme = (theme: Theme): void => {
  keep("theme", theme);
  change({ theme });
};

/** Ticks a step of the guide off, also for the next visit. */
export const tick = (step: GuideStep): void => {
  const done = new Set([...current().done, step]);
  keep("done", [...done].join(","));
  change({ done });
};

export const endGuide = (): void => {
  keep("guide", "seen");
  change({ guide: false });
};
