import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rolesScript } from './roles-script.js';

const committed = new URL('../../../../../infra/postgres/roles.sql', import.meta.url);

describe('the roles script of a production server', () => {
  it('is what infra/postgres/roles.sql holds', () => {
    expect(readFileSync(committed, 'utf8')).toBe(rolesScript());
  });

  it('takes every password from the environment', () => {
    const alterations = rolesScript().match(/^ALTER ROLE .*$/gm) ?? [];
    expect(alterations.length).toBeGreaterThan(0);
    expect(alterations.filter((one) => !/ PASSWORD :'mash_[a-z]+_password';$/.test(one))).toEqual([]);
  });

  it('makes no event log database, because the log has a server of its own', () => {
    expect(rolesScript()).not.toContain('mash_log');
  });
});
