import { showAnswerOnce } from "./answer.ts";
import { keepCountdowns } from "./countdown.ts";
import { keepDrafts } from "./drafts.ts";
import { stayLive } from "./live.ts";

/** Says before sending that the chosen files are too many or too large: a browser would send them all first. */
const checkFiles = (): void => {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type="file"]')) {
    const { mostFiles, mostBytes, tooLarge = "" } = input.dataset;
    input.addEventListener("change", () => {
      const files = [...(input.files ?? [])];
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const fits = files.length <= Number(mostFiles) && size <= Number(mostBytes);
      input.setCustomValidity(fits ? "" : tooLarge);
      input.reportValidity();
    });
  }
};

/** What the pages of the client area do with a script. Each works without it. */
checkFiles();
keepDrafts();
showAnswerOnce();
keepCountdowns();
stayLive();
