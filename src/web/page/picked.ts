const boxes = (): readonly HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>(".queue input[name=ticket]"),
];

const show = (): void => {
  const count = boxes().filter(({ checked }) => checked).length;
  for (const each of document.querySelectorAll("[data-picked]")) each.textContent = count === 0 ? "" : String(count);
  document.querySelector(".bulk")?.classList.toggle("has-picked", count > 0);
};

/** Counts the selected tickets beside what can be done with them. */
export const countPicked = (): void => {
  document.body.addEventListener("change", show);
  document.body.addEventListener("htmx:after:swap", show);
  show();
};
