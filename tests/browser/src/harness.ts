import { setUpTowns, startProduct } from '@mash/system';
import { Story, buildTown } from '@mash/town';
import type { PractitionerKey, Town } from '@mash/town';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.js';
import type { Telling } from './chapters-opening.js';
import { Visitor } from './visitor.js';

/** The people of the town, each at a browser of their own; they sign in when first needed. */
export class Visitors {
  private readonly open = new Map<PractitionerKey, Promise<Visitor>>();
  private readonly strangers: Visitor[] = [];

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

  /** Somebody who is not signed in. */
  async stranger(): Promise<Visitor> {
    const visitor = await Visitor.open(this.browser, this.hubUrl, 'stranger');
    this.strangers.push(visitor);
    return visitor;
  }

  /** Everything that was found wrong on any page. */
  async faults(): Promise<readonly string[]> {
    return [...await Promise.all(this.open.values()), ...this.strangers].flatMap((visitor) => visitor.faults);
  }
}

/** A telling with the product and the browser that it needs. */
export interface Begun { readonly telling: Telling; readonly story: Story; readonly end: () => Promise<void> }

/** Starts a product for one town, or uses one that runs already, which saves its start while a page is being worked on. */
export async function beginTelling(): Promise<Begun> {
  const town = buildTown(Number(process.env['MASH_SEED'] ?? '1'));
  const running = process.env['MASH_BROWSER_HUB'];
  const product = running === undefined ? await startProduct([town]) : undefined;
  if (product !== undefined) await setUpTowns(product, [town]);
  const browser = await startBrowser();
  const hubUrl = running ?? product?.hubUrl ?? '';
  const story = new Story(town, hubUrl);
  return {
    telling: { visitors: new Visitors(browser, hubUrl, town), town, family: story.family }, story,
    end: async () => {
      await browser.close();
      await product?.stop();
    },
  };
}
