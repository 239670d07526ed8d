import type { Translation } from "../../../i18n/languages.ts";
import type { clientAccess as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const clientAccess: Translation<typeof english> = {
  "help.invite": "/ticket invitar carla@example.com",
  "help.inviteMeans":
    "{{command}} da acceso al área de cliente a una persona de esta cuenta; con tickets:propios ve solo los tickets que pide",
  "help.access": "/ticket accesos",
  "help.accessMeans":
    "{{command}} muestra quién tiene acceso al área de cliente; allí eliges qué tickets ve cada persona y retiras el acceso",
  "clientAccess.whom":
    "¿A quién? Escribe /ticket invitar con una dirección de correo, o con @ y el nombre de la persona en este canal. Añade tickets:propios si debe ver solo los tickets que pide.",
  "clientAccess.whichAccount":
    "¿Para qué cuenta? Escríbelo en el canal de la cuenta, o añade la clave de la cuenta en el archivo de configuración, como cuenta:acme.",
  "clientAccess.whichTickets":
    "¿Qué tickets debe ver? Escribe tickets:todos para todos los de la cuenta, o tickets:propios para los que pide.",
  "clientAccess.notYours":
    "Solo deciden quién tiene acceso el gerente de cuenta de {{account}}, su suplente, la dirección de soporte y los administradores, y los contactos a quienes ellos dejan gestionarlo.",
  "clientAccess.isStaff": "Esta persona es del equipo de soporte. Usa el panel web: /desk web.",
  "clientAccess.ofAnother": "{{name}} es contacto de otra cuenta, así que no se ha hecho nada.",
  "clientAccess.areaOff": "El área de cliente no está activada aquí. Pregunta a tu administrador de Plazo.",
  "clientAccess.invited": "{{name}} ya puede usar el área de cliente de {{account}}.",
  "clientAccess.theySeeAll": "Ve todos los tickets de la cuenta.",
  "clientAccess.theySeeOwn": "Ve solo los tickets que pide.",
  "clientAccess.sentTo": "La invitación se ha enviado a {{to}}.",
  "clientAccess.linkNotShown":
    "{{name}} ya entró antes, así que un enlace nuevo solo se envía a esa persona, y no se pudo enviar. Puede entrar con su propia dirección. Si no es posible, retire su acceso e invítele de nuevo.",
  "clientAccess.copyLink": "Dale tú este enlace. Solo se muestra aquí y ahora:",
  "clientAccess.linkUntil": "El enlace sirve una vez, hasta {{until}}.",
  "clientAccess.heading": "Acceso al área de cliente: {{account}}",
  "clientAccess.none": "Todavía no se ha invitado a nadie al área de cliente de {{account}}.",
  "clientAccess.since": "desde {{at}}, por {{by}}",
  "clientAccess.lastSeen": "última visita: {{at}}",
  "clientAccess.neverSeen": "todavía no ha entrado",
  "clientAccess.chatOnly": "solo en el chat",
  "clientAccess.inFile_one": "El archivo de configuración nombra a {{count}} contacto más, que usa el chat.",
  "clientAccess.inFile_many": "El archivo de configuración nombra a {{count}} de contactos más, que usan el chat.",
  "clientAccess.inFile_other": "El archivo de configuración nombra a {{count}} contactos más, que usan el chat.",
  "clientAccess.more_one": "Aquí falta {{count}} persona más.",
  "clientAccess.more_many": "Aquí faltan {{count}} de personas más.",
  "clientAccess.more_other": "Aquí faltan {{count}} personas más.",
  "clientAccess.howToInvite": "Invita a una persona con /ticket invitar y su dirección de correo.",
  "clientAccess.inviteTitle": "Invitar a una persona",
  "clientAccess.inviteSubmit": "Invitar",
  "clientAccess.inviteAddress": "Dirección de correo",
  "clientAccess.inviteHint":
    "Recibe un enlace que sirve una vez, durante siete días. Después ve los tickets de {{account}}.",
  "clientAccess.inviteName": "Nombre",
  "clientAccess.noAddress": "Esto no es una dirección de correo.",
  "clientAccess.actions": "Cambiar los accesos",
  "clientAccess.actionsFor": "Acceso de {{name}}",
  "clientAccess.withdraw": "Retirar el acceso de {{name}}",
  "clientAccess.withdrawTitle": "¿Retirar el acceso de {{name}}?",
  "clientAccess.withdrawText":
    "Se cierra su sesión al momento y deja de ver los tickets de {{account}}. Puedes volver a invitarle.",
  "clientAccess.withdrawYes": "Retirar el acceso",
  "clientAccess.withdrawn": "{{name}} ya no tiene acceso a {{account}}.",
  "clientAccess.inviteesKeep": "{{name}} invitó a estas personas, que conservan su acceso:",
  "clientAccess.noneToWithdraw": "Esta persona ya no tiene acceso.",
  "clientAccess.cannotInvite": "No se puede invitar aquí a esta persona. Pregunte a quien lleva su cuenta.",
  "clientAccess.tooMany":
    "Hoy se ha invitado a muchas personas. Invite a las siguientes mañana o pregunte a quien lleva su cuenta.",
  "clientAccess.notSent":
    "{{name}} ya puede usar el área de cliente, pero no se pudo enviar el correo con el enlace. Invite otra vez más tarde o pregunte a quien lleva su cuenta.",
  "clientAccess.notYourself": "No puede retirar su propio acceso.",
  "clientAccess.giveManaging": "Dejar gestionar los accesos",
  "clientAccess.takeManaging": "Quitar la gestión de accesos",
  "clientAccess.managingGiven":
    "{{name}} ya puede invitar a personas de {{account}} al área de cliente y retirar su acceso.",
  "clientAccess.managingTaken": "{{name}} ya no puede invitar a personas de {{account}} ni retirar su acceso.",
  "clientAccess.inviteSees": "¿Qué tickets ve?",
  "clientAccess.seesAll": "Todos los tickets de la cuenta",
  "clientAccess.seesOwn": "Solo los tickets que pide",
  "clientAccess.giveSeeingAll": "Dejar ver todos los tickets",
  "clientAccess.takeSeeingAll": "Limitar a sus propios tickets",
  "clientAccess.letSeeAll": "Dejar que {{name}} vea todos los tickets",
  "clientAccess.limitToOwn": "Limitar a {{name}} a sus propios tickets",
  "clientAccess.seeingAllGiven": "{{name}} ya ve todos los tickets de {{account}}.",
  "clientAccess.seeingAllTaken": "{{name}} ya solo ve los tickets que pide.",
  "clientAccess.notSeeingAll": "No se puede cambiar aquí. Consulte a su gerente de cuenta.",
  "clientAccess.unknownPerson": "{{name}} todavía no es contacto de {{account}}.",
  "clientAccess.remember": "Recordar a esta persona para esta cuenta",
  "clientAccess.remembered": "{{name}} ya es contacto de {{account}} y ve sus tickets en el chat.",
  "web.accessDetails": "Cuenta, por",
  "access.invited": "Con invitación al área de cliente",
  "access.remembered": "Recordado para la cuenta",
  "access.withdrawn": "Acceso retirado",
  "access.leftDesk": "Acceso perdido por un cambio de la configuración",
  "access.managesGiven": "Puede gestionar los accesos",
  "access.managesTaken": "Ya no puede gestionar los accesos",
  "access.seesAllGiven": "Puede ver todos los tickets de la cuenta",
  "access.seesAllTaken": "Puede ver solo sus propios tickets",
  "invitation.summary": "{{inviter}} le invita al área de cliente de {{desk}}",
  "invitation.about": "Allí puede ver los tickets de {{account}}, abrir otros nuevos y escribir al equipo de soporte.",
  "invitation.open": "Abrir el área de cliente",
  "invitation.until":
    "El enlace sirve una vez, hasta {{until}}. Es solo para usted: no lo comparta. Si no lo esperaba, no haga nada.",
};
