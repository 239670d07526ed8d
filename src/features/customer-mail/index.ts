export { customerMail, type MailedThing } from "./customer-mail.ts";
