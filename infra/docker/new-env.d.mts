/** The example's text with its empty values filled in. */
export function filled(example: string): string;
