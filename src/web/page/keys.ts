import { openHelp } from "./help.ts";
import { openPalette } from "./palette.ts";
import { isWriting } from "./words.ts";

const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".queue tbody tr")];

const current = (): HTMLElement | null => document.querySelector<HTMLElement>(".queue tr.current");

const linkOf = (row: HTMLElement | null): HTMLAnchorElement | null => row?.querySelector("a.number") ?? null;

const move = (by: 1 | -1): void => {
  const all = rows();
  const focused = document.activeElement?.closest<HTMLElement>(".queue tbody tr") ?? current();
  const at = focused === null ? -1 : all.indexOf(focused);
  const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  for (const row of all) row.classList.toggle("current", row === next);
  linkOf(next ?? null)?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

/** The button of the ticket's card that does this. */
export const buttonOf = (verb: string): HTMLButtonElement | null =>
  document
    .querySelector<HTMLInputElement>(`aside input[name=action][value^="${verb} "]`)
    ?.form?.querySelector("button") ?? null;

/** Opens the box for a reply and puts the cursor there. */
export const startReply = (): void => {
  const box = document.querySelector<HTMLDetailsElement>("#compose-reply");
  if (box === null) return;
  box.open = true;
  box.querySelector("textarea")?.focus();
};

export const startSearch = (): void => {
  const field = document.querySelector<HTMLInputElement>("#search");
  field?.focus();
  field?.select();
};

const keys: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  c: () => buttonOf("claim")?.click(),
  r: startReply,
  "/": startSearch,
  "?": openHelp,
};

/** The shortcuts of the staff. They are silent while one writes, and leave the browser's own alone. */
export const listenToKeys = (): void => {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (document.querySelector("dialog[open]") !== null) return;
    if (event.key === "Enter" && event.target === document.body) linkOf(current())?.click();
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
};
