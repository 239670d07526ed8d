import { formToken } from "./words.ts";

/** A draft that was not sent is forgotten after so long (ms). */
const keptMs = 7 * 24 * 3_600_000;
/** The colleagues hear so often (ms) that one types. */
const typingEveryMs = 4_000;
const prefix = "plazo draft ";

/** Contacts have drafts of their own, because a browser may show both the web desk and the client area. */
const prefixOf = (composer: HTMLElement): string =>
  composer.dataset["quiet"] === undefined ? prefix : `${prefix}area `;

interface Draft {
  readonly text: string;
  readonly at: number;
}

const read = (key: string): Draft | null => {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
    return draft !== null && Date.now() - draft.at < keptMs ? draft : null;
  } catch {
    return null;
  }
};

const write = (key: string, text: string): void => {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ text, at: Date.now() } satisfies Draft));
  } catch {
    // Without storage a draft lives as long as its page.
  }
};

const forgetOld = (): void => {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) && read(key) === null) localStorage.removeItem(key);
  } catch {
    // There is no storage.
  }
};

/** Keeps what is typed below a ticket until it is sent, also over a reload, and tells the colleagues that one types. */
export const keepDrafts = (): void => {
  forgetOld();
  const composer = document.querySelector<HTMLElement>("[data-draft]");
  if (composer === null) return;
  const ticket = composer.dataset["draft"] ?? "";
  let announcedAt = 0;
  for (const area of composer.querySelectorAll("textarea")) {
    const key = `${prefixOf(composer)}${ticket} ${area.id}`;
    const draft = read(key);
    if (draft !== null && area.value === "") {
      area.value = draft.text;
      area.closest("details")?.setAttribute("open", "");
    }
    area.addEventListener("input", () => {
      write(key, area.value);
      if (composer.dataset["quiet"] !== undefined) return;
      if (Date.now() - announcedAt < typingEveryMs) return;
      announcedAt = Date.now();
      const body = new URLSearchParams({ token: formToken() });
      void fetch(`/desk/tickets/${ticket}/typing`, { method: "POST", body }).catch(() => {});
    });
    area.form?.addEventListener("submit", () => write(key, ""));
  }
};
