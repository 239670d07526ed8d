/** For lit's `ref`: opens a dialog once it is in the page, and focuses its first field. */
export const modal = (element?: Element): void => {
  if (!(element instanceof HTMLDialogElement)) return;
  // lit calls this before the element is in the document.
  queueMicrotask(() => {
    if (!element.isConnected || element.open) return;
    element.showModal();
    element.querySelector<HTMLElement>(".field input, .field textarea, .field select")?.focus();
  });
};
