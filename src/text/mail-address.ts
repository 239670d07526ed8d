/** The most characters of an e-mail address (RFC 5321, with erratum 1690 of RFC 3696). */
export const longestAddress = 254;

/** What stands before the last @: nothing that a header would need in quotation marks, and nothing that ends a header. */
const localPart = /^[^\s\p{Cc}\p{Cf}<>()[\],;:\\"@]{1,64}$/u;

/** A domain, or the name of a machine in a local network. */
const domain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;

/** What stands behind the last @ of an address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** Whether this is one plain address, without a name beside it, to which a mail can be sent. */
export const isMailAddress = (text: string): boolean =>
  text.length <= longestAddress &&
  text.includes("@") &&
  localPart.test(text.slice(0, text.lastIndexOf("@"))) &&
  domain.test(domainOf(text));

/**
 * An address as addresses are compared: with its ASCII letters in lower case. Other letters stay, because Unicode has letters
 * whose lower case is an ASCII letter: with the Kelvin sign, `miKe@example.com` would be the address of Mike.
 */
export const foldedAddress = (address: string): string =>
  address.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Whether this is the address of a person outside the local network: its domain has a dot. */
export const isInternetAddress = (text: string): boolean => isMailAddress(text) && domainOf(text).includes(".");
