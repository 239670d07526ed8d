/** The few texts that the adapter itself shows. */
export interface DiscordTexts {
  readonly received: string;
  readonly notSaved: string;
  readonly tryAgain: string;
  readonly look: string;
  readonly formGone: string;
  readonly sure: string;
  readonly cancel: string;
  readonly otherServer: string;
}

const en: DiscordTexts = {
  received: "✓ Received",
  notSaved: "That could not be saved just now. Nothing has changed; please try again.",
  tryAgain: "Try again",
  look: "Please look at this again. What you typed is kept for a quarter of an hour.",
  formGone: "This form is no longer open. Please start again.",
  sure: "Are you sure?",
  cancel: "Cancel",
  otherServer:
    "This server is not one of those where this support desk works, so nothing can be asked for here. Please write from your company's own support channel, or send me a direct message.",
};

const es: DiscordTexts = {
  received: "✓ Recibido",
  notSaved: "No se ha podido guardar en este momento. Nada ha cambiado; inténtalo de nuevo.",
  tryAgain: "Intentar de nuevo",
  look: "Revisa esto, por favor. Lo que has escrito se guarda durante un cuarto de hora.",
  formGone: "Este formulario ya no está abierto. Empieza de nuevo, por favor.",
  sure: "¿Seguro?",
  cancel: "Cancelar",
  otherServer:
    "Este servidor no es de los que atiende este equipo de soporte, así que desde aquí no se puede pedir nada. Escribe desde el canal de soporte de tu empresa o mándame un mensaje directo, por favor.",
};

const pt: DiscordTexts = {
  received: "✓ Recebido",
  notSaved: "Não foi possível salvar agora. Nada mudou; tente de novo.",
  tryAgain: "Tentar de novo",
  look: "Confira isto, por favor. O que você escreveu fica guardado por quinze minutos.",
  formGone: "Este formulário não está mais aberto. Comece de novo, por favor.",
  sure: "Tem certeza?",
  cancel: "Cancelar",
  otherServer:
    "Este servidor não é um dos que esta equipe de suporte atende, por isso não é possível pedir nada aqui. Escreva no canal de suporte da sua empresa ou me envie uma mensagem direta, por favor.",
};

const byLanguage: Readonly<Record<string, DiscordTexts>> = { en, es, pt };

/** The adapter's own sentences in the language of a person's client (`es-419`, `pt-BR`); English for any other. */
export const discordTexts = (locale = "en"): DiscordTexts => byLanguage[locale.slice(0, 2).toLowerCase()] ?? en;
