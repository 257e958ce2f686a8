import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parseNhsNumber } from '@mash/law';
import { testNhsNumber } from './names.js';
import { sampleUsersFile, sampleUsersText } from './sample-users.js';
import { buildTown } from './town.js';
import { usersOf } from './users.js';

describe('the sample town', () => {
  it('is the same each time it is built from a seed', () => expect(buildTown(4)).toEqual(buildTown(4)));
  it('is another for another seed', () => expect(buildTown(4).organisations.council.id).not.toBe(buildTown(5).organisations.council.id));
  it('has the sign-ins that are committed', async () => expect(await readFile(sampleUsersFile, 'utf8')).toBe(sampleUsersText()));
  it('gives everybody a user name of their own, over five towns', () => {
    const names = [1, 2, 3, 4, 5].flatMap((seed) => usersOf(buildTown(seed)).map((user) => user.username));
    expect(new Set(names).size).toBe(names.length);
  });
  it('uses NHS numbers of the test range, which live data refuses', () => {
    for (let serial = 0; serial < 200; serial += 1) {
      expect(parseNhsNumber(testNhsNumber(serial), { allowTestRange: true }).ok).toBe(true);
      expect(parseNhsNumber(testNhsNumber(serial), { allowTestRange: false }).ok).toBe(false);
    }
  });
});
