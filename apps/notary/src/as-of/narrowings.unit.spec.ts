import { describe, expect, it } from '@jest/globals';
import { allViews } from '@mash/all-views';
import { readPermissions } from '@mash/replay';
import { narrowings } from './narrowings.js';

describe('what is replayed', () => {
  it('has a permission to read for each view, so that none is missing from what somebody could see', () => {
    expect(Object.keys(readPermissions).sort()).toEqual(allViews.map(({ name }) => name).sort());
  });

  it('narrows no view that does not exist', () => {
    expect(allViews.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(narrowings)));
  });

  it('answers with no account', () => {
    const looking = { actor: { practitioner: 'p', agency: 'a', units: [], roles: [] }, now: '2026-11-21T09:00:00.000Z', purpose: null } as never;
    expect(narrowings['practitioner']?.({ id: 'p', account: { issuer: 'i', subject: 's' } }, looking)).toEqual({ body: { id: 'p', account: null }, withheld: [] });
  });
});
