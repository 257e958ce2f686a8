import type { LogSignal, Observe } from '@mash/event-log';
import type { Log, Metrics } from '@mash/telemetry';

const results = ['done', 'conflict', 'refused', 'unavailable'] as const;
const losses = ['ended', 'failed', 'unconfirmed', 'silent'] as const;
const kinds = ['appends', 'reads', 'subscriptions'] as const;
const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 20];

/** Turns what the log's client notices into metrics, and into log lines where an administrator may have to act. */
export function observeLog(metrics: Metrics, say: Log): Observe {
  const calls = metrics.histogram({ name: 'mash_log_call_seconds', help: 'Time until an append or a read of the event log has settled, tries again included.', labels: { call: ['append', 'read'], result: results } }, seconds);
  const retries = metrics.counter({ name: 'mash_log_retries_total', help: 'Calls to the event log that were sent again.', labels: { call: ['append', 'read'] } });
  const unknown = metrics.counter({ name: 'mash_log_unknown_outcomes_total', help: 'Tries of an append that ended without saying what became of it.' });
  const renewed = metrics.counter({ name: 'mash_log_connections_renewed_total', help: 'Connections to the event log given up because nothing came back.', labels: { connection: kinds } });
  const subscribed = metrics.counter({ name: 'mash_log_subscriptions_total', help: 'Subscriptions that the event log confirmed.' });
  const lost = metrics.counter({ name: 'mash_log_subscriptions_lost_total', help: 'Subscriptions lost, by how; silent ones were found by the watchdog.', labels: { why: losses } });
  return (signal: LogSignal): void => {
    switch (signal.what) {
      case 'append':
      case 'read':
        return calls.observe(signal.milliseconds / 1_000, { call: signal.what, result: signal.result });
      case 'retried':
        return retries.add(1, { call: signal.of });
      case 'outcome unknown':
        unknown.add(1, {});
        return say('warn', 'outcome of an append unknown, sending the same again', { cause: signal.cause });
      case 'connection renewed':
        renewed.add(1, { connection: signal.connection });
        return say('warn', 'connection to the event log renewed', { connection: signal.connection });
      case 'subscribed':
        return subscribed.add(1, {});
      case 'subscription lost':
        lost.add(1, { why: signal.why });
        return say('warn', 'subscription lost', { why: signal.why });
    }
  };
}
