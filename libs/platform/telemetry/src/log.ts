/** A value that may stand in a log line. Text is let through only where it cannot be about a person. */
export type Field = string | number | boolean | null;
export type Level = 'info' | 'warn' | 'error';
export interface Log {
  (level: Level, message: string, fields?: Readonly<Record<string, Field>>): void;
}

const code = /^[A-Za-z0-9_.:/@+[\]-]{0,160}$/;
const longNumber = /(?<![0-9a-f-])\d{9,}(?![0-9a-f-])/;

/**
 * Text in a log field is an id, a code or a path without spaces; a free sentence could hold a name and a long
 * number could be an NHS number, so both are withheld.
 */
export const safeField = (value: Field): Field =>
  typeof value !== 'string' || (code.test(value) && !longNumber.test(value)) ? value : '[withheld]';

/** Makes the log of one service: one JSON line each, to the given sink. */
export function createLog(service: string, write: (line: string) => void): Log {
  return (level, message, fields = {}) => {
    const safe = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, safeField(value)]));
    write(`${JSON.stringify({ at: new Date().toISOString(), level, service, message, ...safe })}\n`);
  };
}

/** The name of an error, never its message: messages quote values. */
export const errorName = (error: unknown): string =>
  error instanceof Error ? ('code' in error && typeof error.code === 'string' ? `${error.name}:${error.code}` : error.name) : typeof error;
