import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  Routes,
  type APIApplicationCommandSubcommandOption,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import { z } from "zod";
import type { Api } from "../api.ts";
import { commandNames, type CommandWords } from "./command-names.ts";

/** The entry in the menu of a message. */
export const openFromMessage = "Open ticket from message";

/** Discord's only Portuguese is the Brazilian one. */
const localized = (english: CommandWords) => {
  const { es, pt } = commandNames[english];
  return { "es-ES": es, "es-419": es, "pt-BR": pt };
};
const named = (name: CommandWords) => ({ name, name_localizations: localized(name) });
const described = (description: CommandWords) => ({ description, description_localizations: localized(description) });
const choice = (name: CommandWords, value: string) => ({ ...named(name), value });

const numberOption = {
  type: ApplicationCommandOptionType.String as const,
  ...named("number"),
  ...described("The ticket's number, like T-1042"),
  required: true,
  max_length: 20,
  autocomplete: true as const,
};

const personOption = {
  type: ApplicationCommandOptionType.String,
  ...named("person"),
  ...described("An e-mail address, or @ and the person"),
  required: true,
  max_length: 300,
} as const;

const topicOption = {
  type: ApplicationCommandOptionType.String,
  ...named("topic"),
  ...described("What it is about"),
  required: false,
  max_length: 150,
} as const;

/** Only one option of a command has autocompletion; this one is typed. */
const otherOption = {
  type: ApplicationCommandOptionType.String as const,
  ...named("other"),
  ...described("The other ticket's number"),
  required: true,
  max_length: 20,
};

const subcommand = (
  names: ReturnType<typeof named>,
  descriptions: ReturnType<typeof described>,
  options: NonNullable<APIApplicationCommandSubcommandOption["options"]> = [],
): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  ...names,
  ...descriptions,
  options,
});

const places = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  nsfw: false,
};

/** Every command of the bot. Its options are read like the text of the same command on a platform without options. */
export const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    type: ApplicationCommandType.ChatInput,
    name: "ticket",
    ...described("Ask for support, or look after a ticket"),
    ...places,
    default_member_permissions: null,
    options: [
      subcommand(named("new"), described("Open a ticket"), [
        {
          type: ApplicationCommandOptionType.String,
          ...named("title"),
          ...described("What is the matter, in a few words"),
          required: false,
          max_length: 150,
        },
      ]),
      subcommand(named("list"), described("List tickets"), [
        {
          type: ApplicationCommandOptionType.String,
          ...named("filter"),
          ...described("Which ones"),
          required: false,
          choices: [
            choice("open", "open"),
            choice("mine", "mine"),
            choice("due soon or missed", "due"),
            choice("missed", "overdue"),
            choice("waiting for the customer", "waiting"),
            choice("resolved", "resolved"),
            choice("all", "all"),
          ],
        },
        {
          type: ApplicationCommandOptionType.String,
          ...named("severity"),
          ...described("Only of this severity"),
          required: false,
          choices: [
            choice("critical", "critical"),
            choice("high", "high"),
            choice("medium", "medium"),
            choice("low", "low"),
          ],
        },
        {
          type: ApplicationCommandOptionType.String,
          ...named("who"),
          ...described("For the team: an account, a person, unassigned, tech"),
          required: false,
          max_length: 100,
        },
        {
          type: ApplicationCommandOptionType.Integer,
          ...named("page"),
          ...described("Which page"),
          required: false,
          min_value: 1,
          max_value: 500,
        },
      ]),
      subcommand(named("find"), described("Find tickets by words"), [
        {
          type: ApplicationCommandOptionType.String,
          ...named("words"),
          ...described("What was written in them"),
          required: true,
          max_length: 200,
        },
      ]),
      subcommand(named("show"), described("Show a ticket"), [numberOption]),
      subcommand(named("close"), described("Close a ticket"), [numberOption]),
      subcommand(named("reopen"), described("Open a closed ticket again"), [numberOption]),
      subcommand(named("tech"), described("Ask the technical team"), [
        numberOption,
        {
          type: ApplicationCommandOptionType.String,
          ...named("words"),
          ...described("What you need from them"),
          required: false,
          max_length: 3000,
        },
      ]),
      subcommand(named("escalate"), described("Take a ticket to the head of support"), [
        numberOption,
        {
          type: ApplicationCommandOptionType.String,
          ...named("why"),
          ...described("Why it cannot wait"),
          required: false,
          max_length: 1_000,
        },
      ]),
      subcommand(named("call"), described("Ask to be called"), [
        numberOption,
        {
          type: ApplicationCommandOptionType.String,
          ...named("phone"),
          ...described("Your number, and when"),
          required: false,
          max_length: 130,
        },
      ]),
      subcommand(named("consulting"), described("Talk something over"), [topicOption]),
      subcommand(named("manager"), described("Who looks after your account")),
      subcommand(named("merge"), described("Merge a duplicate into another"), [numberOption, otherOption]),
      subcommand(named("link"), described("Link two tickets"), [numberOption, otherOption]),
      subcommand(named("history"), described("What happened to a ticket"), [numberOption]),
      subcommand(named("transcript"), described("A ticket from beginning to end, as a file"), [
        numberOption,
        {
          type: ApplicationCommandOptionType.String,
          ...named("format"),
          ...described("What kind of file"),
          required: false,
          choices: [choice("Markdown", "md"), choice("HTML", "html"), choice("JSON", "json")],
        },
      ]),
      subcommand(named("reply"), described("Write to the customer"), [
        numberOption,
        {
          type: ApplicationCommandOptionType.String,
          ...named("text"),
          ...described("What the reply begins with"),
          required: false,
          max_length: 3_000,
        },
      ]),
      subcommand(named("invite"), described("Let a person into the client area"), [
        personOption,
        {
          type: ApplicationCommandOptionType.String,
          ...named("tickets"),
          ...described("Which tickets they see"),
          required: false,
          choices: [
            choice("All tickets of the account", "tickets:all"),
            choice("Only the tickets that they ask for", "tickets:own"),
          ],
        },
      ]),
      subcommand(named("for"), described("Open a ticket for a contact"), [personOption, topicOption]),
      subcommand(named("access"), described("Who may use the client area")),
      subcommand(named("help"), described("What you can do here")),
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: "desk",
    ...described("The team's queue, most urgent first"),
    ...places,
    // Hidden from ordinary members by default. The desk decides who may use it.
    default_member_permissions: String(PermissionFlagsBits.ManageMessages),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named("words"),
        ...described(
          "an account, person or severity to narrow the queue; or report …, out until …, back, notify off, help",
        ),
        required: false,
        max_length: 100,
      },
    ],
  },
  {
    type: ApplicationCommandType.Message,
    ...named(openFromMessage),
    ...places,
    default_member_permissions: null,
  },
];

/** Discord leaves out empty values, and adds ids and versions. */
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);

const matches = (theirs: unknown, ours: unknown): boolean => {
  if (isEmpty(ours)) return isEmpty(theirs);
  if (Array.isArray(ours))
    return (
      Array.isArray(theirs) &&
      theirs.length === ours.length &&
      ours.every((each, index) => matches(theirs[index], each))
    );
  if (typeof ours !== "object" || ours === null) return theirs === ours;
  const registered =
    typeof theirs === "object" && theirs !== null ? new Map(Object.entries(theirs)) : new Map<string, unknown>();
  return Object.entries(ours).every(([key, value]) => matches(registered.get(key), value));
};

const registeredSchema = z.array(z.looseObject({ type: z.number(), name: z.string() }));

/** Returns whether Discord has exactly these commands. */
export const areCommandsKnown = async (api: Api, application: string): Promise<boolean> => {
  const registered = await api.call(
    {
      method: "get",
      route: Routes.applicationCommands(application),
      query: new URLSearchParams({ with_localizations: "true" }),
      limit: "commands",
    },
    registeredSchema,
  );
  return (
    registered.length === commands.length &&
    commands.every((ours) =>
      registered.some((theirs) => theirs.name === ours.name && matches(theirs, { type: 1, ...ours })),
    )
  );
};

/**
 * Registers the commands if Discord does not have them. It asks first, because Discord allows 200 writes a day. Returns
 * whether it wrote.
 */
export const registerCommands = async (api: Api, application: string): Promise<boolean> => {
  if (await areCommandsKnown(api, application)) return false;
  const route = Routes.applicationCommands(application);
  await api.call({ method: "put", route, body: commands, limit: "commands" }, z.unknown());
  return true;
};
