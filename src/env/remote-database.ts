const loopbackHost = /^(?:|localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Modes in which the driver either uses TLS or does not. `prefer` and `allow` silently fall back to plain text. */
const decided: ReadonlySet<string> = new Set(["require", "verify-ca", "verify-full", "disable"]);

/**
 * Returns whether an address would send the password and every ticket unencrypted without saying so. The loopback and
 * local sockets need no TLS.
 */
export const isSilentlyClear = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { hostname, searchParams } = new URL(address);
  const host = searchParams.get("host") ?? decodeURIComponent(hostname);
  if (loopbackHost.test(host.toLowerCase()) || host.startsWith("/")) return false;
  const asked = searchParams.get("sslmode") ?? searchParams.get("ssl") ?? "";
  return !decided.has(asked) && searchParams.get("sslrootcert") !== "system";
};
