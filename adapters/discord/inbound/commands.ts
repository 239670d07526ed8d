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

/** The entry in a message's own menu. */
export const openFromMessage = "Open ticket from message";

const spanish = (text: string) => ({ "es-ES": text, "es-419": text });
const named = (name: string, es: string) => ({ name, name_localizations: spanish(es) });
const described = (description: string, es: string) => ({ description, description_localizations: spanish(es) });
const choice = (name: string, es: string, value: string) => ({ ...named(name, es), value });

const numberOption = {
  type: ApplicationCommandOptionType.String as const,
  ...named("number", "número"),
  ...described("The ticket's number, like T-1042", "El número del ticket, como T-1042"),
  required: true,
  max_length: 20,
  autocomplete: true as const,
};

/** Only one option of a command is filled in by itself; this one is typed. */
const otherOption = {
  type: ApplicationCommandOptionType.String as const,
  ...named("other", "otro"),
  ...described("The other ticket's number", "El número del otro ticket"),
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

/** Every command of the bot. What is typed in them reads like the same command on a platform without options. */
export const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    type: ApplicationCommandType.ChatInput,
    name: "ticket",
    ...described("Ask for support, or look after a ticket", "Pide ayuda o consulta un ticket"),
    ...places,
    default_member_permissions: null,
    options: [
      subcommand(named("new", "nuevo"), described("Open a ticket", "Abrir un ticket"), [
        {
          type: ApplicationCommandOptionType.String,
          ...named("title", "título"),
          ...described("What is the matter, in a few words", "Qué ocurre, en pocas palabras"),
          required: false,
          max_length: 150,
        },
      ]),
      subcommand(named("list", "lista"), described("List tickets", "Ver los tickets"), [
        {
          type: ApplicationCommandOptionType.String,
          ...named("filter", "filtro"),
          ...described("Which ones", "Cuáles"),
          required: false,
          choices: [
            choice("open", "abiertos", "open"),
            choice("mine", "míos", "mine"),
            choice("due soon or missed", "los que vencen pronto o han vencido", "due"),
            choice("waiting for the customer", "a la espera del cliente", "waiting"),
            choice("resolved", "resueltos", "resolved"),
            choice("all", "todos", "all"),
          ],
        },
        {
          type: ApplicationCommandOptionType.String,
          ...named("severity", "gravedad"),
          ...described("Only of this severity", "Solo de esta gravedad"),
          required: false,
          choices: [
            choice("critical", "crítica", "critical"),
            choice("high", "alta", "high"),
            choice("medium", "media", "medium"),
            choice("low", "baja", "low"),
          ],
        },
        {
          type: ApplicationCommandOptionType.String,
          ...named("who", "quién"),
          ...described(
            "For the team: an account, a person, unassigned, tech",
            "Para el equipo: una cuenta, una persona, libres, técnico",
          ),
          required: false,
          max_length: 100,
        },
        {
          type: ApplicationCommandOptionType.Integer,
          ...named("page", "página"),
          ...described("Which page", "Qué página"),
          required: false,
          min_value: 1,
          max_value: 500,
        },
      ]),
      subcommand(named("show", "ver"), described("Show a ticket", "Ver un ticket"), [numberOption]),
      subcommand(named("close", "cerrar"), described("Close a ticket", "Cerrar un ticket"), [numberOption]),
      subcommand(named("reopen", "reabrir"), described("Open a closed ticket again", "Reabrir un ticket cerrado"), [
        numberOption,
      ]),
      subcommand(named("tech", "técnico"), described("Ask the technical team", "Preguntar al equipo técnico"), [
        numberOption,
        {
          type: ApplicationCommandOptionType.String,
          ...named("words", "palabras"),
          ...described("What you need from them", "Qué necesitas de ellos"),
          required: false,
          max_length: 3000,
        },
      ]),
      subcommand(
        named("escalate", "escalar"),
        described("Take a ticket to the head of support", "Llevar un ticket a la dirección de soporte"),
        [
          numberOption,
          {
            type: ApplicationCommandOptionType.String,
            ...named("why", "motivo"),
            ...described("Why it cannot wait", "Por qué no puede esperar"),
            required: false,
            max_length: 1_000,
          },
        ],
      ),
      subcommand(named("call", "llamada"), described("Ask to be called", "Pedir que te llamen"), [
        numberOption,
        {
          type: ApplicationCommandOptionType.String,
          ...named("phone", "teléfono"),
          ...described("Your number, and when", "Tu número, y cuándo"),
          required: false,
          max_length: 130,
        },
      ]),
      subcommand(named("consulting", "consultoría"), described("Talk something over", "Hablar de algo con calma"), [
        {
          type: ApplicationCommandOptionType.String,
          ...named("topic", "tema"),
          ...described("What it is about", "De qué se trata"),
          required: false,
          max_length: 150,
        },
      ]),
      subcommand(named("manager", "responsable"), described("Who looks after your account", "Quién lleva tu cuenta")),
      subcommand(named("merge", "unir"), described("Merge a duplicate into another", "Unir un duplicado a otro"), [
        numberOption,
        otherOption,
      ]),
      subcommand(named("link", "relacionar"), described("Link two tickets", "Relacionar dos tickets"), [
        numberOption,
        otherOption,
      ]),
      subcommand(named("history", "historial"), described("What happened to a ticket", "Qué ha pasado con un ticket"), [
        numberOption,
      ]),
      subcommand(
        named("transcript", "transcripción"),
        described("A ticket from beginning to end, as a file", "Un ticket de principio a fin, como archivo"),
        [
          numberOption,
          {
            type: ApplicationCommandOptionType.String,
            ...named("format", "formato"),
            ...described("What kind of file", "Qué tipo de archivo"),
            required: false,
            choices: [
              choice("Markdown", "Markdown", "md"),
              choice("HTML", "HTML", "html"),
              choice("JSON", "JSON", "json"),
            ],
          },
        ],
      ),
      subcommand(named("reply", "responder"), described("Write to the customer", "Escribir al cliente"), [
        numberOption,
        {
          type: ApplicationCommandOptionType.String,
          ...named("text", "texto"),
          ...described("What the reply begins with", "Cómo empieza la respuesta"),
          required: false,
          max_length: 3_000,
        },
      ]),
      subcommand(named("help", "ayuda"), described("What you can do here", "Qué puedes hacer aquí")),
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    name: "desk",
    ...described("The team's queue, most urgent first", "La cola del equipo, lo más urgente primero"),
    ...places,
    // Hidden from ordinary members; who may use it is decided by the desk all the same.
    default_member_permissions: String(PermissionFlagsBits.ManageMessages),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named("words", "palabras"),
        ...described(
          "an account, person or severity to narrow the queue; or out until …, back, notify off, help",
          "cuenta, persona o gravedad para filtrar la cola; o fuera hasta …, vuelvo, notificaciones no, ayuda",
        ),
        required: false,
        max_length: 100,
      },
    ],
  },
  {
    type: ApplicationCommandType.Message,
    ...named(openFromMessage, "Abrir ticket con este mensaje"),
    ...places,
    default_member_permissions: null,
  },
];

/** Discord leaves out what is empty, and adds ids and versions of its own. */
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);

const says = (theirs: unknown, ours: unknown): boolean => {
  if (isEmpty(ours)) return isEmpty(theirs);
  if (Array.isArray(ours))
    return (
      Array.isArray(theirs) && theirs.length === ours.length && ours.every((each, index) => says(theirs[index], each))
    );
  if (typeof ours !== "object" || ours === null) return theirs === ours;
  const said =
    typeof theirs === "object" && theirs !== null ? new Map(Object.entries(theirs)) : new Map<string, unknown>();
  return Object.entries(ours).every(([key, value]) => says(said.get(key), value));
};

const registeredSchema = z.array(z.looseObject({ type: z.number(), name: z.string() }));

/** Whether Discord knows exactly our commands. */
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
      registered.some((theirs) => theirs.name === ours.name && says(theirs, { type: 1, ...ours })),
    )
  );
};

/** Makes Discord know exactly our commands. Asks first: writing them is limited to 200 a day. Says whether it wrote. */
export const registerCommands = async (api: Api, application: string): Promise<boolean> => {
  if (await areCommandsKnown(api, application)) return false;
  const route = Routes.applicationCommands(application);
  await api.call({ method: "put", route, body: commands, limit: "commands" }, z.unknown());
  return true;
};
