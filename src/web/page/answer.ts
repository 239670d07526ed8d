/** What stands on the page for so long (ms) was read. */
const readAfterMs = 10_000;
/** Parts of the address that say what was just done. */
const onceOnly = ["answer", "opened"] as const;

/**
 * The answer to an act is shown once. The address forgets it, so that a reload or a way back does not repeat it. The next
 * change of the page takes it away, once it was read and while the person uses nothing in it.
 */
export const showAnswerOnce = (): void => {
  const address = new URL(location.href);
  for (const name of onceOnly) address.searchParams.delete(name);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
  const answers = document.querySelectorAll<HTMLElement>("[data-answer]");
  const shownAt = Date.now();
  document.body.addEventListener("plazo:changed", () => {
    if (Date.now() - shownAt < readAfterMs) return;
    for (const each of answers) if (each.querySelector(":focus") === null) each.remove();
  });
};
