import type { Entry } from './history.js';
import type { Violation } from './violation.js';

const nameOf = (entry: Entry | undefined): string => (entry ? `${entry.stream}@${entry.revision}` : 'nothing');

/**
 * A follower's sequence is the log: nothing missed, nothing twice, nothing in another order. Only the first difference is
 * told: all that come after follow from it.
 */
export function checkFollower(name: string, received: readonly Entry[], log: readonly Entry[]): Violation[] {
  const wrong = received.findIndex((entry, index) => entry.id !== log[index]?.id || entry.revision !== log[index].revision || entry.stream !== log[index].stream);
  if (wrong === -1) {
    if (received.length === log.length) return [];
    return [{ kind: 'follower-missed', detail: `${name} received ${received.length} of ${log.length} events and then nothing more` }];
  }
  const got = received[wrong];
  const before = received.slice(0, wrong).some((entry) => entry.id === got?.id);
  const place = `event ${wrong}: ${nameOf(got)} where ${nameOf(log[wrong])} was due`;
  if (before) return [{ kind: 'follower-repeated', detail: `${name} was given an event twice, ${place}` }];
  const skipped = log.findIndex((entry) => entry.id === got?.id) > wrong;
  return [{ kind: skipped ? 'follower-missed' : 'follower-differs', detail: `${name}, ${place}` }];
}
