import { doorsFor, impureRules, isDoor, isIndex, isWrongIndex } from "./feature-doors.ts";
import { crowdedFolders, cycles, doubledTypes, tooLong, wrongShape } from "./file-shapes.ts";
import { importsOf, withoutComments, type Source } from "./imports-of.ts";
import { pureRooms } from "./pure-rooms.ts";
import { rooms } from "./rooms.ts";

/** Every rule that these files break, one sentence each. */
export const brokenWalls = (files: readonly Source[]): readonly string[] => [
  ...files.flatMap((file) => [...wrongImports(file), ...wrongDoors(file), ...wrongWords(file), ...wrongShape(file)]),
  ...cycles(files),
  ...impureRules(files),
  ...tooLong(files),
  ...crowdedFolders(files),
  ...doubledTypes(files),
];

const roomOf = (path: string): string =>
  Object.keys(rooms)
    .filter((room) => path.startsWith(room))
    .toSorted((one, other) => other.length - one.length)[0] ?? "";

const allows = (permission: string, target: string): boolean =>
  permission.endsWith("/")
    ? target.startsWith(permission) && !isRoomInside(permission, target)
    : permission.endsWith(":")
      ? target.startsWith(permission)
      : target === permission || target.startsWith(`${permission}/`);

const isRoomInside = (permission: string, target: string): boolean =>
  Object.keys(rooms).some(
    (room) =>
      room.endsWith("/") && room.length > permission.length && room.startsWith(permission) && target.startsWith(room),
  );

const roomAllows = (path: string, target: string): boolean => {
  const room = roomOf(path);
  const permissions = [...(rooms[room] ?? []), ...(room.endsWith("/") ? [room] : [])];
  return permissions.some((each) => allows(each, target));
};

const wrongImports = (file: Source): readonly string[] =>
  importsOf(file)
    .filter((target) => !roomAllows(file.path, target))
    .map((target) => `${file.path} must not import ${target}`);

const wrongDoors = (file: Source): readonly string[] => {
  const { path } = file;
  return [
    ...importsOf(file)
      .filter((target) => roomAllows(path, target) && !isDoor(path, target))
      .map((target) => `${path} must not import ${target}: it enters a feature by ${doorsFor(path).join(" or ")}`),
    ...(isWrongIndex(file) ? [`${path} must only name what its own folder exports`] : []),
  ];
};

const wrongWords = ({ path, text }: Source): readonly string[] => {
  const code = withoutComments(text);
  const found = (pattern: RegExp): boolean => pattern.test(code);
  const isPure = pureRooms.includes(roomOf(path));
  const readsEnvironment = path === "src/main.ts" || path.startsWith("src/commands/");
  return [
    ...(isPure && found(/\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/) ? ["must not ask what time it is"] : []),
    ...(isPure && found(/\bMath\.random\b|\brandomUUID\b/) ? ["must not throw dice"] : []),
    ...(found(/\bconsole\.\w/) ? ["must not write to the console"] : []),
    ...(!readsEnvironment && found(/\bprocess\s*\.\s*env\b/) ? ["must not read the environment"] : []),
    ...(found(/\bsql\.raw\b/) ? ["must not build SQL from text"] : []),
    ...(!isIndex(path) && found(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*\bfrom\b/m)
      ? ["must not hand on what others export"]
      : []),
  ].map((rule) => `${path} ${rule}`);
};
