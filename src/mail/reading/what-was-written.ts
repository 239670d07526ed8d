/** Lines with which mail programs begin the mail that is answered, in the desk's languages. They may be folded into two or three. */
const introductions: readonly RegExp[] = [
  /^(?:on|el|em|a|no dia)\b.{1,300}\b(?:wrote|escribió|escribio|escreveu)\s*:$/i,
  /^(?:on|el|em)\b.{1,300}<[^<>\s]{3,254}>\s*:$/i,
  /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mié|mie|jue|vie|sáb|sab|dom|seg|ter|qua|qui|sex)[a-zéá]*\.?,? .{1,300}\b(?:wrote|escribió|escreveu)\s*:$/i,
  /^-{2,}\s*(?:original message|mensaje original|mensagem original|forwarded message|mensaje reenviado|mensagem encaminhada)\s*-{2,}$/i,
];

/** Only on one line: joined with others, it would take words of the author with it. */
const wholeOnOneLine = /^.{1,200}<[^<>\s]{3,254}>\s*(?:wrote|escribió|escribio|escreveu)\s*:$/i;

/** The first line of the head that Outlook sets above the mail that is answered, and a line that must follow. */
const headFirst = /^[>*\s]*\*?(?:from|de)\s*:\*?\s*\S/i;
const headNext =
  /^[>*\s]*\*?(?:sent|date|enviado(?: el| em)?|enviada(?: em)?|fecha|data|to|para|subject|asunto|assunto|cc)\s*:\*?/i;

/** Lines that programs on phones and on the web add below. */
const added =
  /^(?:sent from (?:my |outlook|mail|yahoo)|get outlook for |enviado desde (?:mi |outlook|correo|yahoo|el móvil)|enviado (?:do meu|pelo meu|via|do outlook|pelo outlook|do yahoo)|obtener outlook para |obter o outlook para |baixar o outlook para |descargar outlook para )/i;

/** Outlook's line between an answer and the mail that is answered. */
const rule = /^(?:_{10,}|-{10,})$/;

const isIntroduction = (lines: readonly string[], at: number): boolean => {
  const first = (lines[at] ?? "").trim();
  if (first.length > 300) return false;
  if ([...introductions, wholeOnOneLine].some((each) => each.test(first))) return true;
  // A program may fold the line at 76 characters.
  let joined = first;
  for (const line of lines.slice(at + 1, at + 3)) {
    const next = line.trim();
    if (next === "" || next.length > 300 || introductions.some((each) => each.test(next))) return false;
    joined = `${joined} ${next}`;
    if (introductions.some((each) => each.test(joined))) return true;
  }
  return false;
};

const isHead = (lines: readonly string[], at: number): boolean =>
  headFirst.test(lines[at] ?? "") && lines.slice(at + 1, at + 4).some((line) => headNext.test(line));

const isQuoted = (line: string): boolean => line.startsWith(">");
const isBlank = (line: string): boolean => line.trim() === "";

/** The lines without the quoted ones at the end. Quotes between answers stay. */
const withoutLastQuote = (lines: readonly string[]): readonly string[] => {
  let end = lines.length;
  while (end > 0 && (isBlank(lines[end - 1] ?? "") || isQuoted(lines[end - 1] ?? ""))) end -= 1;
  return lines.slice(0, end);
};

/** Where the history begins that nothing of the author follows; the number of lines if there is none. */
const startOfHistory = (lines: readonly string[]): number => {
  const at = lines.findIndex(
    (line, index) =>
      (isIntroduction(lines, index) && !isAnsweredBelow(lines, index)) ||
      isHead(lines, index) ||
      (rule.test(line.trim()) &&
        isHead(
          lines,
          lines.findIndex((each, next) => next > index && !isBlank(each)),
        )),
  );
  return at === -1 ? lines.length : at;
};

/** Whether the author wrote between the quoted lines below this introduction: then the quotes belong to the answer. */
const isAnsweredBelow = (lines: readonly string[], at: number): boolean => {
  const below = withoutLastQuote(lines.slice(at));
  const firstQuote = below.findIndex(isQuoted);
  return firstQuote !== -1 && below.slice(firstQuote).some((line) => !isQuoted(line) && !isBlank(line));
};

/** Where the signature begins: `-- ` on a line of its own, or a line that a program added; the number of lines if there is none. */
const startOfSignature = (lines: readonly string[]): number => {
  const marked = lines.findIndex((line) => /^-- ?$/.test(line));
  const below = marked === -1 ? lines : lines.slice(0, marked);
  const last = below.findLastIndex((line) => !isBlank(line));
  return last !== -1 && added.test((below[last] ?? "").trim()) ? last : below.length;
};

/** The lines without a signature below the last quoted line. Some programs set it below the history: then nothing else is there. */
const withoutLastSignature = (lines: readonly string[]): readonly string[] => {
  const lastQuoted = lines.findLastIndex(isQuoted);
  if (lastQuoted === -1) return lines;
  const below = lines.slice(lastQuoted + 1);
  return lines.slice(0, lastQuoted + 1 + startOfSignature(below));
};

const trimmed = (lines: readonly string[]): string => lines.join("\n").trim();

/**
 * What the author of a mail wrote: the text without quoted history and signature. Answers between quotes stay with their quotes.
 * If nothing would be left, it is the whole text: too much is better than a lost word.
 */
export const whatWasWritten = (wholeText: string): string => {
  const whole = wholeText.replaceAll(/\r\n?/g, "\n");
  const lines = withoutLastSignature(whole.split("\n"));
  const answer = withoutLastQuote(lines.slice(0, startOfHistory(lines)));
  const written = trimmed(answer.slice(0, startOfSignature(answer)));
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(written)) return written;
  const withSignature = trimmed(answer);
  return withSignature === "" ? whole.trim() : withSignature;
};
