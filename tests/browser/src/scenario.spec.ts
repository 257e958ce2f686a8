import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gpAnswersByTelephone, motherConsents, policeAnswer, trustAnswer } from './chapters-answering.js';
import { askAgencies, bringInFamily, trustRegisters } from './chapters-asking.js';
import { audit, outsiderSeesNothing } from './chapters-audit.js';
import { openEnquiry, sendConcern } from './chapters-opening.js';
import type { Telling } from './chapters-opening.js';
import { motherWithdraws, passOnSafetyFact, readPoliceAnswer, readTrustAnswer, tellMother } from './chapters-reading.js';
import { beginTelling } from './harness.js';

describe('the scenario in a browser', () => {
  let telling: Telling;
  let end: () => Promise<void>;

  beforeAll(async () => {
    ({ telling, end } = await beginTelling());
  });
  afterAll(() => end());

  it('lets a school send a concern about two siblings', () => sendConcern(telling));
  it('lets the hub open an enquiry on it', () => openEnquiry(telling));
  it('lets a trust register a child after a search', () => trustRegisters(telling));
  it('lets the social worker bring in the family', () => bringInFamily(telling));
  it('lets her ask police, trust and GP', () => askAgencies(telling));
  it('lets the officer decide and disclose under restrictions', () => policeAnswer(telling));
  it('lets the trust record the mother\'s consent', () => motherConsents(telling));
  it('lets the trust share two items and refuse one', () => trustAnswer(telling));
  it('lets the social worker enter what a GP said on the telephone', () => gpAnswersByTelephone(telling));
  it('lets her accept restrictions, read for a purpose and record her own basis', () => readPoliceAnswer(telling));
  it('lets her hold one item on the consent alone', () => readTrustAnswer(telling));
  it('lets her record what the mother was told', () => tellMother(telling));
  it('withholds what rested on a consent that was withdrawn', () => motherWithdraws(telling));
  it('lets one approved fact go on to the school', () => passOnSafetyFact(telling));
  it('lets an auditor replay and look back', () => audit(telling));
  it('shows somebody who is no party nothing at all', () => outsiderSeesNothing(telling));
  it('shows no page that keeps somebody from using it', async () => {
    expect(await telling.visitors.faults()).toEqual([]);
  });
});
