import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Telling } from './chapters-opening.js';
import { enterLetter, housingSeesNothing, issueStatutoryRequest, openReview, reviewerReads } from './chapters-review.js';
import { beginTelling } from './harness.js';

describe('a practice review in a browser', () => {
  let telling: Telling;
  let end: () => Promise<void>;

  beforeAll(async () => {
    ({ telling, end } = await beginTelling());
  });
  afterAll(() => end());

  it('lets the delegated signatory open the review and bring in the child', () => openReview(telling));
  it('1.R3 lets her issue a statutory request to a charity without an account', () => issueStatutoryRequest(telling));
  it('6.R3 lets her enter the letter that answers it', () => enterLetter(telling));
  it('lets the reviewer who is named as recipient read the answer', () => reviewerReads(telling));
  it('5.R9 shows the housing officer nothing at all', () => housingSeesNothing(telling));
  it('shows no page that keeps somebody from using it', async () => {
    expect(await telling.visitors.faults()).toEqual([]);
  });
});
