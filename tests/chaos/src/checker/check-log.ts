import type { Append, Entry } from './history.js';
import type { Kind, Violation } from './violation.js';

interface Place { readonly index: number; readonly entry: Entry }

/**
 * Holds a history of appends against the log that came of it. The log is totally ordered, so no search is needed:
 * every acknowledged append is in it exactly once and at its revision, an unknown one whole or not at all, a refused one
 * not at all; revisions and positions have no gap and no step back; and what was acknowledged before another was sent
 * stands before it.
 */
export function checkLog(appends: readonly Append[], log: readonly Entry[]): Violation[] {
  const violations: Violation[] = [];
  const report = (kind: Kind, detail: string): void => void violations.push({ kind, detail });
  const places = placesOf(log, report);
  checkRevisions(log, report);
  const known = new Set<string>();
  for (const append of appends) {
    for (const id of append.ids) known.add(id);
    checkAppend(append, places, report);
  }
  for (const entry of log) {
    if (!known.has(entry.id)) report('foreign', `${entry.stream}@${entry.revision} holds ${entry.id}, which nobody appended`);
  }
  checkTimeOrder(appends, log, report);
  return violations;
}

type Report = (kind: Kind, detail: string) => void;

function placesOf(log: readonly Entry[], report: Report): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  log.forEach((entry, index) => {
    const first = places.get(entry.id);
    if (first) report('duplicated', `${entry.id} is at ${first.entry.stream}@${first.entry.revision} and at ${entry.stream}@${entry.revision}`);
    else places.set(entry.id, { index, entry });
  });
  return places;
}

function checkRevisions(log: readonly Entry[], report: Report): void {
  const last = new Map<string, number>();
  let position = -1;
  for (const entry of log) {
    const wanted = (last.get(entry.stream) ?? -1) + 1;
    if (entry.revision !== wanted) report('gap', `${entry.stream} goes on with revision ${entry.revision} where ${wanted} was due`);
    last.set(entry.stream, entry.revision);
    if (entry.position <= position) report('positions-not-rising', `${entry.stream}@${entry.revision} is at ${entry.position}, after ${position}`);
    position = entry.position;
  }
}

function checkAppend(append: Append, places: ReadonlyMap<string, Place>, report: Report): void {
  const { name, stream, expected, ids, ending } = append;
  const found = ids.map((id) => places.get(id));
  const present = found.filter((place) => place !== undefined).length;
  if (ending.kind === 'refused') {
    if (present > 0) report('refused-but-written', `${name} on ${stream} was refused, and ${present} of its events are in the log`);
    return;
  }
  if (ending.kind === 'acknowledged') {
    if (present < ids.length) report('lost', `${name} on ${stream}@${expected + 1} was acknowledged, and ${ids.length - present} of ${ids.length} events are missing`);
    if (ending.revision !== expected + ids.length) {
      report('misreported', `${name} on ${stream} was acknowledged at revision ${ending.revision} instead of ${expected + ids.length}`);
    }
  } else if (present > 0 && present < ids.length) {
    report('split', `${name} on ${stream}: ${present} of ${ids.length} events are in the log; an append is whole or not at all`);
  }
  checkPlaces(append, found, report);
}

function checkPlaces({ name, stream, expected, ids }: Append, found: readonly (Place | undefined)[], report: Report): void {
  found.forEach((place, n) => {
    if (place === undefined) return;
    const { entry } = place;
    if (entry.stream !== stream || entry.revision !== expected + 1 + n) {
      report('misplaced', `${name}: event ${n} of ${ids.length} is at ${entry.stream}@${entry.revision} instead of ${stream}@${expected + 1 + n}`);
    }
    const before = found[n - 1];
    if (n > 0 && before !== undefined && place.index !== before.index + 1) report('split', `${name} on ${stream}: other events stand between its own`);
  });
}

/**
 * The order of the log extends the order of time. While walking the log, whatever stands before an event must have been
 * sent before that event was acknowledged; it is enough to remember the latest sending so far.
 */
function checkTimeOrder(appends: readonly Append[], log: readonly Entry[], report: Report): void {
  const of = new Map<string, Append>();
  for (const append of appends) for (const id of append.ids) of.set(id, append);
  let latest: Append | undefined;
  for (const entry of log) {
    const append = of.get(entry.id);
    if (append === undefined) continue;
    if (latest !== undefined && append.ending.kind === 'acknowledged' && append.ending.at < latest.invokedAt) {
      report('out-of-time-order', `${append.name} on ${append.stream} was acknowledged before ${latest.name} was sent, and stands after it`);
    }
    if (latest === undefined || append.invokedAt > latest.invokedAt) latest = append;
  }
}
