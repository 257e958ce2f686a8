import { describe, expect, it } from '@jest/globals';
import { fillPlaceholders } from './placeholders.js';

describe('filling the placeholders of a realm file', () => {
  it('takes the value of the environment before the default', () => {
    expect(fillPlaceholders('"${A:b}"', { A: 'c' })).toBe('"c"');
  });

  it('takes the default, colons and all, when the environment has none', () => {
    expect(fillPlaceholders('"${A:http://127.0.0.1:3000}/x"', {})).toBe('"http://127.0.0.1:3000/x"');
  });

  it('leaves a message key of Keycloak as it is', () => {
    expect(fillPlaceholders('"${username}"', {})).toBe('"${username}"');
  });

  it('cannot break the file with a quote in a value', () => {
    expect(JSON.parse(fillPlaceholders('{"secret":"${S:}"}', { S: 'a"b\\' }))).toEqual({ secret: 'a"b\\' });
  });
});
