import { describe, expect, it } from '@jest/globals';

import { accessListOf, defaultAccessOf } from './access-list.js';

describe('an access list', () => {
  it.each([
    ['one name', '"clerk"', ['clerk']],
    ['several names', '["clerk","$admins"]', ['clerk', '$admins']],
    ['nobody', '[]', []],
    ['names among other things', '["clerk",5,null]', ['clerk']],
    ['nothing', 'null', []],
    ['a number', '5', []],
    ['an object', '{"clerk":true}', []],
    ['a truth', 'true', []],
  ])('that says %s grants that and no more', (_case, said, granted) => {
    expect(accessListOf(Buffer.from(`{"$acl":{"$r":${said}}}`)).read).toEqual(granted);
    expect(defaultAccessOf(Buffer.from(`{"$userStreamAcl":{"$r":${said}}}`)).userStreams.read).toEqual(granted);
  });

  it('falls back to the defaults for a right that it does not name', () => {
    expect(accessListOf(Buffer.from('{"$acl":{"$w":"clerk"}}')).read).toBeUndefined();
  });
});
