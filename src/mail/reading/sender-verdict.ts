import type { SenderVerdict } from "./read-mail.ts";

const nothing: SenderVerdict = { is: "unverified", by: "" };

/** Comments of a header are text for people, which the sender may have chosen. */
const withoutComments = (value: string): string => {
  let text = value;
  for (let depth = 0; depth < 5; depth += 1) text = text.replaceAll(/\([^()]*\)/g, " ");
  return text;
};

/** A method, its result and its properties: `dkim=pass header.d=acme.tv`. */
interface Result {
  readonly method: string;
  readonly result: string;
  readonly domains: readonly string[];
}

const resultOf = (text: string): Result | null => {
  const [, method, result] = /^\s*([a-z]+)\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)/i.exec(text) ?? [];
  if (method === undefined || result === undefined) return null;
  const domains = [...text.matchAll(/\b(?:header\.(?:d|i|from)|smtp\.mailfrom)\s*=\s*"?([^\s;"]+)/gi)].map(
    ([, value = ""]) => (value.split("@").at(-1) ?? "").toLowerCase(),
  );
  return { method: method.toLowerCase(), result: result.toLowerCase(), domains };
};

/** Whether two domains are aligned as DMARC's relaxed mode wants, without a list of public suffixes: one is in the other. */
const isAligned = (one: string, other: string): boolean =>
  one === other ||
  (one.includes(".") && other.endsWith(`.${one}`)) ||
  (other.includes(".") && one.endsWith(`.${other}`));

/**
 * What the mail server that took the mail says of its sender (RFC 8601). Only the first header of this server counts: it stands
 * above those that a sender may have written. An aligned DKIM or SPF pass counts where the server names no DMARC result.
 */
export const senderVerdict = (
  authenticationResults: readonly string[],
  { authServer, fromDomain }: { readonly authServer: string | null; readonly fromDomain: string },
): SenderVerdict => {
  if (authServer === null) return nothing;
  const own = authenticationResults
    .map((value) => withoutComments(value.slice(0, 10_000)).split(";"))
    .find(([server = ""]) => server.trim().split(/\s+/)[0]?.toLowerCase() === authServer.toLowerCase());
  if (own === undefined) return nothing;
  const results = own.slice(1).flatMap((text) => resultOf(text) ?? []);
  const dmarc = results.find(({ method }) => method === "dmarc");
  if (dmarc?.result === "pass") return { is: "verified", by: "dmarc=pass" };
  if (dmarc?.result === "fail") return { is: "failed", by: "dmarc=fail" };
  const passed = results.find(
    ({ method, result, domains }) =>
      ["dkim", "spf"].includes(method) && result === "pass" && domains.some((each) => isAligned(each, fromDomain)),
  );
  return passed === undefined ? nothing : { is: "verified", by: `${passed.method}=pass` };
};
