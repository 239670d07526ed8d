import { createHash, timingSafeEqual } from "node:crypto";
import { BlockList, isIP } from "node:net";
import { hostname } from "node:os";

/** The parts of a request that decide which details it may read. */
export interface LocalRequest {
  /** The address of the connection's other end, whatever the headers claim. */
  readonly peer: string | null;
  readonly httpVersion: string;
  readonly headers: Headers;
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");
// Private networks, in which a proxy in front of Plazo may run.
const near = new BlockList();
for (const [net, prefix] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
] as const)
  near.addSubnet(net, prefix, "ipv4");
near.addSubnet("fc00::", 7, "ipv6");
near.addSubnet("fe80::", 10, "ipv6");

const listed = (list: BlockList, address: string): boolean => {
  const plain = address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  const version = isIP(plain);
  return version !== 0 && list.check(plain, version === 4 ? "ipv4" : "ipv6");
};

export const isLoopbackAddress = (address: string): boolean => listed(loopback, address);

/** Returns whether a proxy may have this address. A proxy connects for many clients. */
export const mayBeProxy = (address: string): boolean => isLoopbackAddress(address) || listed(near, address);

/** The headers that browsers, command-line clients and Prometheus send. Fetch metadata and client hints are `sec-…`. */
const ofClients =
  /^(?:accept(?:-.+)?|access-control-request-.+|alt-used|authorization|cache-control|connection|content-(?:encoding|language|length|type)|cookie|date|device-memory|dnt|downlink|dpr|ect|expect|from|host|http2-settings|if-.+|keep-alive|last-event-id|origin|pragma|priority|purpose|range|referer|rtt|save-data|sec-.+|te|trailer|transfer-encoding|upgrade|upgrade-insecure-requests|user-agent|viewport-width|width|x-moz|x-playground-token|x-prometheus-.+|x-purpose|x-requested-with)$/i;

/**
 * Returns why a request does not count as one of a person or program on this machine; null if it does. A proxy on this
 * machine also connects from the loopback. It usually adds headers, and each vendor has its own, so every header that
 * clients do not send counts as a proxy's. A proxy that adds none usually speaks HTTP/1.0. One that does neither (nginx
 * from 1.29.7 with `proxy_pass` alone) cannot be told from a local client.
 */
export const whyNotLocal = ({ peer, httpVersion, headers }: LocalRequest): string | null => {
  if (peer === null || !isLoopbackAddress(peer)) return "it came from another machine";
  if (httpVersion === "1.0") return "it uses HTTP/1.0, as proxies do";
  const added = [...headers.keys()].find((name) => !ofClients.test(name));
  return added === undefined ? null : `it has the header "${added.slice(0, 60)}", which a proxy may have added`;
};

/** Returns whether a person or program on this machine asks, as far as the request shows. */
export const isAskedLocally = (request: LocalRequest): boolean => whyNotLocal(request) === null;

/** Returns whether a Host header names the loopback and this port. A proxy that keeps its visitor's Host does not. */
export const isLoopbackHost = (header: string | undefined, port: number | undefined): boolean => {
  const url = URL.parse(`http://${header ?? ""}`);
  return (
    url !== null &&
    (url.hostname === "localhost" || isLoopbackAddress(url.hostname.replace(/^\[|\]$/g, ""))) &&
    Number(url.port || 80) === port
  );
};

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Returns whether the request carries this token. The comparison takes constant time. */
export const bearsToken = (headers: Headers, token: string | null): boolean => {
  const given = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token ?? "")) && token !== null;
};

/**
 * Returns whether a Host header names this desk. A page of another site can make a browser ask an address of this
 * machine, but only under that site's name. So every plain IP address is accepted, but only the given names and this
 * machine's own.
 */
export const isOwnHost = (header: string | undefined, names: readonly string[]): boolean => {
  // Some programs omit the header; browsers never do.
  if (header === undefined || header === "") return true;
  const parsed = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(header);
  const host = (parsed?.[1] ?? "").toLowerCase().replace(/\.$/, "");
  if (host === "") return false;
  if (isIP(host.replace(/^\[|\]$/g, "")) !== 0) return true;
  return (
    host === "localhost" || host.endsWith(".localhost") || host === hostname().toLowerCase() || names.includes(host)
  );
};
