import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { Story, bringInFamily, buildTown, openEnquiry, sendConcern, trustKnowsElder } from '@mash/town';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';
import { setUpTowns } from './harness/set-up.js';

describe('the scenario', () => {
  const town = buildTown(1);
  let product: Product;
  let story: Story;
  beforeAll(async () => {
    product = await startProduct([town]);
    await setUpTowns(product, [town]);
    story = new Story(town, product.hubUrl);
  }, 120_000);
  afterAll(() => product.stop());
  it('concern', () => sendConcern(story));
  it('trust', () => trustKnowsElder(story));
  it('enquiry', () => openEnquiry(story));
  it('family', () => bringInFamily(story));
});
