/** What mail programs set before the subject of an answer or of a forwarded mail, in the usual languages. */
const prefix =
  /^\s*(?:re|fw|fwd|aw|wg|rv|enc|res|tr|rif|sv|vs|antw|ref|reenv|resposta|respuesta)\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s*[:：]\s*/i;

/** Marks that lists and servers set before a subject, such as `[EXTERNAL]`. A ticket's own `[T-1042]` stays. */
const mark = /^\s*\[(?:external|externo|ext|spam\??)\]\s*:?\s*/i;

/** The subject without the prefixes of answers and forwarded mails. It may be empty. */
export const bareSubject = (subject: string): string => {
  let bare = subject.slice(0, 1_000);
  for (let cut = 0; cut < 20; cut += 1) {
    const shorter = bare.replace(prefix, "").replace(mark, "");
    if (shorter === bare) break;
    bare = shorter;
  }
  return bare.trim();
};

/** The tickets that a text names, `T-1042`, at most five. */
export const ticketsNamedIn = (text: string): readonly number[] => {
  const numbers = [...text.slice(0, 20_000).matchAll(/\bT-([1-9]\d{0,8})\b/gi)].map(([, number]) => Number(number));
  return [...new Set(numbers)].slice(0, 5);
};
