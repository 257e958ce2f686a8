/** 'DisclosureMade' as 'Disclosure made'. */
export const eventWords = (type: string): string => type.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/ [A-Z]/g, (found) => found.toLowerCase());
