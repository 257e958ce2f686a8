import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setUpTowns, startProduct } from '@mash/system';
import type { Product } from '@mash/system';
import { Story, buildTown } from '@mash/town';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.js';
import { openEnquiry, sendConcern } from './chapters-opening.js';
import type { Telling } from './chapters-opening.js';
import { Visitors } from './harness.js';

describe('the scenario in a browser', () => {
  const town = buildTown(Number(process.env['MASH_SEED'] ?? '1'));
  let product: Product | undefined;
  let browser: Browser;
  let telling: Telling;

  beforeAll(async () => {
    // A product that runs already saves its start while a page is being worked on.
    const running = process.env['MASH_BROWSER_HUB'];
    if (running === undefined) {
      product = await startProduct([town]);
      await setUpTowns(product, [town]);
    }
    browser = await startBrowser();
    const hubUrl = running ?? product?.hubUrl ?? '';
    telling = { visitors: new Visitors(browser, hubUrl, town), town, family: new Story(town, hubUrl).family };
  });
  afterAll(async () => {
    await browser.close();
    await product?.stop();
  });

  it('lets a school send a concern about two siblings', () => sendConcern(telling));
  it('lets the hub open an enquiry on it', () => openEnquiry(telling));
  it('shows no page that keeps somebody from using it', async () => {
    expect(await telling.visitors.faults()).toEqual([]);
  });
});
