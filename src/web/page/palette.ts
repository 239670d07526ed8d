import { element, openDialog, openHelp } from "./help.ts";
import { word } from "./words.ts";

interface Command {
  readonly label: string;
  readonly run: () => void;
}

/** The commands of this page: its lists, the buttons of the ticket, and what the keyboard does. */
const commands = (): readonly Command[] => {
  const follow = (link: HTMLAnchorElement): Command => ({
    label: (link.textContent ?? "").replaceAll(/\s+/g, " ").trim(),
    run: () => link.click(),
  });
  const press = (button: HTMLElement): Command => ({
    label: (button.textContent ?? "").trim(),
    run: () => {
      // A button in a menu or behind a question is shown first; a plain one acts.
      for (let box = button.closest("details"); box !== null; box = box.parentElement?.closest("details") ?? null)
        box.open = true;
      if (button instanceof HTMLButtonElement) button.click();
      else button.focus();
    },
  });
  const search = document.querySelector<HTMLInputElement>("#search");
  return [
    ...[
      ...document.querySelectorAll<HTMLElement>(
        "aside .card > .row > form button, aside .card > .row summary, aside .menu li button",
      ),
    ].map(press),
    ...[...document.querySelectorAll<HTMLAnchorElement>(".tabs a, .main-nav a")].map(follow),
    { label: word("keySearch"), run: () => search?.focus() },
    { label: word("keysTitle"), run: openHelp },
  ].filter(({ label }) => label !== "");
};

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const numberIn = (typed: string): string | null => /^(?:t-|#)?(\d{1,10})$/i.exec(typed.trim())?.[1] ?? null;

const matching = (all: readonly Command[], typed: string): readonly Command[] => {
  const number = numberIn(typed);
  const open = { label: `T-${number ?? ""}`, run: () => location.assign(`/desk/tickets/${number ?? ""}`) };
  const fitting = all.filter(({ label }) =>
    plain(typed)
      .split(/\s+/)
      .every((each) => plain(label).includes(each)),
  );
  return [...(number === null ? [] : [open]), ...fitting].slice(0, 12);
};

/** A field that finds commands. It follows the pattern of a combobox with a list, so screen readers speak the choice. */
export const openPalette = (): void => {
  if (document.querySelector("dialog[open]") !== null) return;
  const all = commands();
  const field = element("input", {
    type: "text",
    role: "combobox",
    "aria-expanded": "true",
    "aria-controls": "palette-list",
    "aria-autocomplete": "list",
    "aria-label": word("keyPalette"),
    placeholder: word("paletteHint"),
    autocomplete: "off",
  });
  const list = element("ul", { id: "palette-list", role: "listbox", "aria-label": word("keyPalette") });
  const nothing = element("p", { class: "hint", role: "status" });
  const dialog = element("dialog", { class: "palette", "aria-label": word("keyPalette") }, field, list, nothing);
  let shown: readonly Command[] = [];
  let at = 0;
  const run = (command: Command | undefined): void => {
    dialog.close();
    command?.run();
  };
  const mark = (): void => {
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(index === at));
      if (index === at) option.scrollIntoView({ block: "nearest" });
    }
    if (shown.length > 0) field.setAttribute("aria-activedescendant", `palette-${at}`);
    else field.removeAttribute("aria-activedescendant");
  };
  const fill = (): void => {
    shown = matching(all, field.value);
    at = 0;
    list.replaceChildren(
      ...shown.map((command, index) => {
        const option = element("li", { id: `palette-${index}`, role: "option" }, command.label);
        option.addEventListener("click", () => run(command));
        return option;
      }),
    );
    nothing.textContent = shown.length === 0 ? word("paletteNone") : "";
    mark();
  };
  field.addEventListener("input", fill);
  field.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0 && shown.length > 0) {
      event.preventDefault();
      at = (at + by + shown.length) % shown.length;
      mark();
    }
    if (event.key === "Enter") {
      event.preventDefault();
      run(shown[at]);
    }
  });
  fill();
  openDialog(dialog);
  field.focus();
};
