import { quantile } from './figures.js';
import type { Figures } from './figures.js';

export interface Row { readonly phase: string; readonly figures: Figures | null; readonly failed: number; readonly seconds: number; readonly skipped?: string }

const whole = (value: number): string => (Number.isFinite(value) ? String(Math.round(value)) : '–');

const columns: readonly (readonly [string, (row: Row) => string])[] = [
  ['phase', (row) => row.phase],
  ['faults', ({ figures }) => whole(figures?.faults ?? Number.NaN)],
  ['calls', ({ figures }) => whole(figures?.operations ?? Number.NaN)],
  ['acknowledged', ({ figures }) => whole(figures?.acknowledged ?? Number.NaN)],
  ['events', ({ figures }) => whole(figures?.events ?? Number.NaN)],
  ['lost', ({ figures }) => whole(figures?.lost ?? Number.NaN)],
  ['doubled', ({ figures }) => whole(figures?.duplicated ?? Number.NaN)],
  ['gaps', ({ figures }) => whole(figures?.gaps ?? Number.NaN)],
  ['other', ({ figures }) => whole(figures?.otherViolations ?? Number.NaN)],
  ['unsettled', ({ figures }) => whole(figures?.unsettled ?? Number.NaN)],
  ['late', ({ figures }) => whole(figures?.late ?? Number.NaN)],
  ['slowest ms', ({ figures }) => whole(figures?.slowestSettle ?? Number.NaN)],
  ['recovery p50 ms', ({ figures }) => whole(quantile(figures?.recoveries ?? [], 0.5))],
  ['p99 ms', ({ figures }) => whole(quantile(figures?.recoveries ?? [], 0.99))],
  ['s', ({ seconds }) => whole(seconds)],
  ['', ({ failed, skipped, figures }) => (failed > 0 ? `${failed} FAILED` : figures === null ? `skipped: ${skipped}` : skipped === undefined ? 'held' : `held; skipped: ${skipped}`)],
];

/** The table at the end: a line for each phase, and their sum. */
export function table(rows: readonly Row[]): string {
  const sum = (of: (figures: Figures) => number): number => rows.reduce((total, { figures }) => total + (figures ? of(figures) : 0), 0);
  const total: Row = {
    phase: 'all', failed: rows.reduce((all, { failed }) => all + failed, 0), seconds: rows.reduce((all, { seconds }) => all + seconds, 0),
    figures: {
      faults: sum((f) => f.faults), operations: sum((f) => f.operations), acknowledged: sum((f) => f.acknowledged), refused: sum((f) => f.refused), unknown: sum((f) => f.unknown),
      events: sum((f) => f.events), lost: sum((f) => f.lost), duplicated: sum((f) => f.duplicated), gaps: sum((f) => f.gaps), otherViolations: sum((f) => f.otherViolations),
      unsettled: sum((f) => f.unsettled), late: sum((f) => f.late), slowestSettle: Math.max(0, ...rows.map(({ figures }) => figures?.slowestSettle ?? 0)), recoveries: [],
    },
  };
  const cells = [columns.map(([name]) => name), ...[...rows, total].map((row) => columns.map(([, of]) => of(row)))];
  const widths = columns.map((_, n) => Math.max(...cells.map((line) => line[n]?.length ?? 0)));
  return cells.map((line) => line.map((cell, n) => (n === 0 || n === line.length - 1 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  ').trimEnd()).join('\n');
}
