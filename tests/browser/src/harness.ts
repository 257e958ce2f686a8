import type { Browser } from 'playwright-core';
import type { PractitionerKey, Town } from '@mash/town';
import { Visitor } from './visitor.js';

/** The people of the town, each at a browser of their own; they sign in when first needed. */
export class Visitors {
  private readonly open = new Map<PractitionerKey, Promise<Visitor>>();

  constructor(private readonly browser: Browser, readonly hubUrl: string, private readonly town: Town) {}

  as(key: PractitionerKey): Promise<Visitor> {
    const known = this.open.get(key) ?? this.arrive(key);
    this.open.set(key, known);
    return known;
  }

  private async arrive(key: PractitionerKey): Promise<Visitor> {
    const visitor = await Visitor.open(this.browser, this.hubUrl, key);
    await visitor.signIn(this.town.practitioners[key]);
    return visitor;
  }

  /** Everything that was found wrong on any page. */
  async faults(): Promise<readonly string[]> {
    return (await Promise.all(this.open.values())).flatMap((visitor) => visitor.faults);
  }
}
