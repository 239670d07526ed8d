/** The longest title we take. */
export const maxTitle = 150;

/** The longest description we take; a platform whose own fields are shorter asks for less. */
export const maxDescription = 40_000;

/** The longest reply or note of a form: what every platform can show whole in one message. */
export const maxText = 3_000;

/** The value of a choice that names nobody or nothing; no key of a desk file looks like it. */
export const noneOfThem = "-";

/** The longest telephone number, and the longest wish when to ring it. */
export const maxPhone = 30;
export const maxPhoneTime = 100;
