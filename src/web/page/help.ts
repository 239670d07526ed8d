import { word } from "./words.ts";

const shortcuts = [
  ["j k", "keyNext"],
  ["Enter", "keyOpen"],
  ["c", "keyClaim"],
  ["r", "keyReply"],
  ["/", "keySearch"],
  ["Ctrl K", "keyPalette"],
  ["?", "keyHelp"],
] as const;

/** An element with a text, or with others in it. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};

/** Shows a dialog that disappears when it is closed. The browser keeps the focus inside and gives it back. */
export const openDialog = (dialog: HTMLDialogElement): void => {
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
};

/** Lists the keyboard shortcuts. */
export const openHelp = (): void => {
  const close = element("button", { type: "button", class: "button" }, word("close"));
  const rows = shortcuts.map(([key, means]) =>
    element("div", {}, element("dt", {}, element("kbd", {}, key)), element("dd", {}, word(means))),
  );
  const heading = element("h2", { id: "help-title" }, word("keysTitle"));
  const dialog = element(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    heading,
    element("dl", {}, ...rows),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  openDialog(dialog);
};
