import type { Person } from '../client.js';

/** Waits until this person is shown what was done. */
export async function caughtUp(person: Person, seen: string): Promise<void> {
  await person.read('query ($seen: String) { work(first: 1, atLeast: $seen) { total } }', { seen });
}
