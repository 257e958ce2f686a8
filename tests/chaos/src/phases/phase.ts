import type { Chance } from '../chance.js';
import type { Figures } from '../report/figures.js';
import type { Site } from '../site/site.js';

/** What a phase is given. */
export interface Stage {
  readonly site: Site;
  /** A folder of the phase's own. */
  readonly folder: string;
  readonly seed: number;
  readonly chance: Chance;
  readonly full: boolean;
  /** Events that the phases before this one have put into their logs. */
  readonly eventsSoFar: number;
  /** Says how far the phase is. */
  say(text: string): void;
}

/** A promise of the product that was put to the test. */
export interface Check {
  readonly title: string;
  readonly passed: boolean;
  readonly detail?: string;
}

export interface Outcome {
  readonly figures: Figures;
  readonly checks: readonly Check[];
  /** Why part of it was not run here. */
  readonly skipped?: string;
  /** Other things worth keeping, for the raw results. */
  readonly notes?: Readonly<Record<string, unknown>>;
}

export interface Phase {
  readonly name: string;
  /** What it does to the site, in a few words. */
  readonly title: string;
  run(stage: Stage): Promise<Outcome>;
}
