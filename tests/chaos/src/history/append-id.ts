import { commandIdOf, eventIdOf } from '@mash/event-log';

/** The ids of an append's events. They follow from its name alone, so whoever resumes after a kill sends the same ones. */
export function eventIds(run: string, append: string, stream: string, count: number): string[] {
  const command = commandIdOf('wexcombe', run, 'note', append);
  return Array.from({ length: count }, (_, index) => eventIdOf(command, stream, index));
}
