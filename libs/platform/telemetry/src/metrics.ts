import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What a label may say: a list fixed in code, so that no value of a record can ever become one. */
export type Labels = Readonly<Record<string, readonly string[]>>;

/** How a metric is declared. Names begin with `mash_` and end with the unit, as Prometheus has it (`_seconds`, `_total`). */
export interface MetricPlan<L extends Labels = Labels> {
  readonly name: string;
  /** One sentence for the administrator who finds the metric on a graph. */
  readonly help: string;
  readonly labels?: L;
}

/** A value for each declared label. */
export type Said<L extends Labels> = { readonly [K in keyof L]: L[K][number] };

/** Something that only grows. */
export interface Counted<L extends Labels> { add(amount: number, said: Said<L>): void }
/** Something that goes up and down. */
export interface Measured<L extends Labels> { set(value: number, said: Said<L>): void }
/** Durations in seconds, kept as counts of buckets. */
export interface Timed<L extends Labels> { observe(seconds: number, said: Said<L>): void }

/** Stands for a label value that was not declared. */
const undeclared = 'other';

const metricName = /^mash_[a-z]+(_[a-z]+)*$/;
const labelName = /^[a-z]+(_[a-z]+)*$/;
const labelValue = /^[a-z]+([-_][a-z]+)*$/;

/**
 * The metrics of one process. They leave the machine and are kept for years by systems that nobody audits, so they
 * count and measure and never name: labels take values from lists fixed in code, and anything else is counted as "other".
 */
export class Metrics {
  private readonly registry = new Registry();

  /** @param own also measures the process itself: memory, event-loop delay, handles. For `main`, not for tests. */
  constructor(own = false) {
    if (own) collectDefaultMetrics({ register: this.registry });
  }

  counter<const L extends Labels>(plan: MetricPlan<L>): Counted<L> {
    const counter = this.once(plan, (settings) => new Counter({ ...settings, registers: [this.registry] }));
    return { add: (amount, said) => counter.inc(declared(plan, said), amount) };
  }

  gauge<const L extends Labels>(plan: MetricPlan<L>): Measured<L> {
    const gauge = this.once(plan, (settings) => new Gauge({ ...settings, registers: [this.registry] }));
    return { set: (value, said) => gauge.set(declared(plan, said), value) };
  }

  /** @param buckets upper bounds in seconds, growing */
  histogram<const L extends Labels>(plan: MetricPlan<L>, buckets: readonly number[]): Timed<L> {
    const histogram = this.once(plan, (settings) => new Histogram({ ...settings, buckets: [...buckets], registers: [this.registry] }));
    return { observe: (seconds, said) => histogram.observe(declared(plan, said), seconds) };
  }

  /** Everything as the text format of Prometheus, with its content type. */
  async read(): Promise<{ readonly contentType: string; readonly text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }

  /** Two parts of a process may share a metric: the one declared first serves both. */
  private once<T>(plan: MetricPlan, make: (settings: { name: string; help: string; labelNames: string[] }) => T): T {
    refuseLoose(plan);
    const known = this.registry.getSingleMetric(plan.name);
    return known === undefined ? make({ name: plan.name, help: plan.help, labelNames: Object.keys(plan.labels ?? {}) }) : known as unknown as T;
  }
}

function declared<L extends Labels>({ labels }: MetricPlan<L>, said: Said<L>): Record<string, string> {
  const values: Readonly<Record<string, string>> = said;
  return Object.fromEntries(Object.entries(labels ?? {}).map(([name, known]) => {
    const value = values[name];
    return [name, value !== undefined && known.includes(value) ? value : undeclared];
  }));
}

function refuseLoose({ name, labels = {} }: MetricPlan): void {
  if (!metricName.test(name)) throw new TypeError('A metric is named mash_ and lower-case words joined by underscores.');
  for (const [label, values] of Object.entries(labels)) {
    if (!labelName.test(label)) throw new TypeError(`A label of ${name} is not a lower-case word.`);
    if (!values.every((value) => labelValue.test(value))) throw new TypeError(`A value of the label ${label} of ${name} is not a lower-case word: digits and capitals could be about somebody.`);
  }
}
