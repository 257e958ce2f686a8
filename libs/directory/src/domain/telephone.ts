/** Digits and the signs people write between them: enough to ring, and nothing else can hide in it. */
export const isTelephone = (text: string): boolean => /^\+?[\d ()-]{5,25}$/.test(text) && text.replace(/\D/g, '').length >= 5;
