import type { CastMember } from "../wire.ts";

/** A file's size in the viewer's number format: `23 bytes`, `340 kB`, `1,2 MB`. */
export const sizeText = (bytes: number, locale: CastMember["locale"]): string => {
  if (bytes < 1_000)
    return new Intl.NumberFormat(locale, { style: "unit", unit: "byte", unitDisplay: "long" }).format(bytes);
  const [unit, size] =
    bytes >= 1_000_000 ? (["megabyte", bytes / 1_000_000] as const) : (["kilobyte", bytes / 1_000] as const);
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
};
