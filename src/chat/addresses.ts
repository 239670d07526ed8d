/** Whether a host name stands for this very machine. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

/** Whether a token may be sent to this address: over TLS, or unencrypted to this machine only (tests). */
export const isApiUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
};
