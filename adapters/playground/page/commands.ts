import { me, wordsOf, type State } from "./state.ts";

export interface CommandHint {
  /** What choosing it puts into the composer. */
  readonly insert: string;
  readonly shown: string;
  readonly about: string;
}

/** The commands that what was typed may become, for the person acted as. */
export const commandsFor = (typed: string, state: State): readonly CommandHint[] => {
  if (!typed.startsWith("/") || typed.includes("\n")) return [];
  const said = wordsOf(state);
  const isStaff = ["agent", "manager", "head", "tech"].includes(me(state).role);
  const all: readonly CommandHint[] = [
    { insert: "/ticket ", shown: `/ticket ${said.titleHint}`, about: said.command.ticket },
    { insert: "/ticket list", shown: "/ticket list", about: said.command.list },
    { insert: "/ticket consulting ", shown: `/ticket consulting ${said.topicHint}`, about: said.command.consulting },
    { insert: "/ticket manager", shown: "/ticket manager", about: said.command.manager },
    { insert: "/ticket help", shown: "/ticket help", about: said.command.help },
    ...(isStaff ? [{ insert: "/desk", shown: "/desk", about: said.command.desk }] : []),
  ];
  const written = typed.trimEnd().toLowerCase();
  return all.filter((each) => each.insert.startsWith(written));
};
