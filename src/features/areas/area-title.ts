import type { Desk } from "../../desk/desk.ts";
import type { TextContext } from "../../i18n/viewer.ts";

type Locale = Desk["locale"];

/** The areas of the desk in the order of the desk file, with their titles. */
export const areaOptions = (
  { areas }: Desk,
  locale: Locale,
): readonly { readonly key: string; readonly name: string }[] =>
  Object.values(areas).map(({ key, title }) => ({ key, name: title[locale] }));

/** The title of an area. An area that left the desk file is shown by its key. */
export const areaTitle = (key: string, { desk, viewer }: TextContext): string =>
  areaOptions(desk, viewer.locale).find((each) => each.key === key)?.name ?? key;
