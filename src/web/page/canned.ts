/** Shows what the customer will read when a canned reply is chosen. */
export const showCanned = (): void => {
  const box = document.querySelector<HTMLElement>("[data-canned]");
  const quote = box?.querySelector("blockquote");
  const choice = document.querySelector<HTMLSelectElement>('.compose-reply [name="answer.canned"]');
  if (box === null || quote === null || quote === undefined || choice === null) return;
  choice.closest(".field")?.after(box);
  choice.addEventListener("change", () => {
    const reply = choice.value;
    const path = `${box.dataset["canned"] ?? ""}?reply=${encodeURIComponent(reply)}`;
    void fetch(path)
      .then(async (response) => (response.ok ? response.text() : ""))
      .catch(() => "")
      .then((text) => {
        if (choice.value !== reply) return;
        quote.textContent = text;
        box.hidden = text === "";
      });
  });
};
