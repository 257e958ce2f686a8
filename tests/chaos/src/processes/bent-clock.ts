import { readFileSync } from 'node:fs';

/** Loaded before a program: bends what it believes the time to be, as the file says at that moment. */
const file = process.env['CHAOS_CLOCK'] ?? '';
const right = Date.now.bind(Date);
const offset = (): number => Number.parseFloat(readFileSync(file, 'utf8')) * 1_000 || 0;
Date.now = (): number => right() + offset();
globalThis.Date = new Proxy(Date, {
  construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [Date.now()] : given, self) as Date,
});
