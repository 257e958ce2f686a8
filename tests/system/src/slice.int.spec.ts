import { afterAll, beforeAll, describe, it } from '@jest/globals';
import * as chapters from '@mash/town';
import { Story, buildTown } from '@mash/town';
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
  for (const name of ['sendConcern', 'trustKnowsElder', 'openEnquiry', 'bringInFamily', 'askAgencies', 'policeAnswer', 'trustAnswer', 'gpAnswers', 'nurseryMissesDueTime', 'readAnswers', 'motherWithdraws', 'passOnAsItCame', 'passOnSafetyFact', 'practiceReview'] as const) {
    it(name, async () => { const r = await chapters[name](story); if (r) console.log(r); });
  }
});
