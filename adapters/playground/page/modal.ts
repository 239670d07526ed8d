/** For lit's `ref`: opens a dialog over everything once it stands in the page, with the first field in focus. */
export const modal = (element?: Element): void => {
  if (!(element instanceof HTMLDialogElement)) return;
  // lit calls while the element is not yet in the document.
  queueMicrotask(() => {
    if (!element.isConnected || element.open) return;
    element.showModal();
    element.querySelector<HTMLElement>(".field input, .field textarea, .field select")?.focus();
  });
};
