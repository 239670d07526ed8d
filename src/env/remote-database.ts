const loopbackHost = /^(?:|localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** What makes the driver use TLS or nothing: `prefer` and `allow` would go on in clear without a word. */
const decided: ReadonlySet<string> = new Set(["require", "verify-ca", "verify-full", "disable"]);

/**
 * Whether this address sends a password and every ticket over a network without saying that it may. The loopback and sockets
 * of this machine need no TLS.
 */
export const isSilentlyClear = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { hostname, searchParams } = new URL(address);
  const host = searchParams.get("host") ?? decodeURIComponent(hostname);
  if (loopbackHost.test(host.toLowerCase()) || host.startsWith("/")) return false;
  const asked = searchParams.get("sslmode") ?? searchParams.get("ssl") ?? "";
  return !decided.has(asked) && searchParams.get("sslrootcert") !== "system";
};
