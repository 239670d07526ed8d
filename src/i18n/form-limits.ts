/** The longest title. */
export const maxTitle = 150;

/** The longest description. A platform with shorter fields asks for less. */
export const maxDescription = 40_000;

/** The longest reply or note of a form, which every platform can show in one message. */
export const maxText = 3_000;

/** The value of the choice "none"; no key of a desk file looks like it. */
export const noneOfThem = "-";

/** The longest telephone number, and the longest text about when to call. */
export const maxPhone = 30;
export const maxPhoneTime = 100;
