import { describe, expect, it } from '@jest/globals';
import { key, logVariables, optional, port, readEnvironment, text, url } from './environment.js';

const spec = { port: port('MASH_PORT'), log: url('MASH_EVENT_STORE', ['esdb:'], 'esdb://x'), secret: key('MASH_ROOT_KEY'), user: optional(text('MASH_USER', 'A name.')) };
const good = { MASH_PORT: '4000', MASH_EVENT_STORE: 'esdb://127.0.0.1:2113?tls=false', MASH_ROOT_KEY: Buffer.alloc(32, 7).toString('base64') };

describe('the environment of a service', () => {
  it('is read into typed values', () =>
    expect(readEnvironment(spec, good)).toEqual({ port: 4000, log: good.MASH_EVENT_STORE, secret: Buffer.alloc(32, 7), user: undefined }));
  it('names every mistake at once', () =>
    expect(() => readEnvironment(spec, {})).toThrow(/MASH_PORT is missing[\s\S]*MASH_EVENT_STORE is missing[\s\S]*MASH_ROOT_KEY is missing/));
  it.each([['MASH_PORT', '99999'], ['MASH_PORT', 'http'], ['MASH_EVENT_STORE', 'http://x'], ['MASH_ROOT_KEY', 'c2hvcnQ=']])(
    'refuses %s=%s and says what would be right', (name, value) =>
      expect(() => readEnvironment(spec, { ...good, [name]: value })).toThrow(`${name} is not usable. It is`));
  it('never quotes a value, which can be a secret', () =>
    expect(() => readEnvironment(spec, { ...good, MASH_ROOT_KEY: 'hunter2' })).toThrow(expect.not.stringContaining('hunter2')));
  it('needs a log and keys for every service', () => expect(Object.keys(logVariables)).toContain('rootKey'));

  describe('for the event log', () => {
    const mistake = (environment: Readonly<Record<string, string>>): string => {
      try {
        readEnvironment({ log: logVariables.eventStore }, environment);
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    const plaintext = { MASH_EVENT_STORE: 'esdb://127.0.0.1:2113?tls=false' };
    const user = { MASH_EVENT_STORE_USER: 'mash', MASH_EVENT_STORE_PASSWORD: 'invented' };

    it('A14.9 refuses plaintext in production and names the way out', () => {
      expect(mistake({ ...plaintext, NODE_ENV: 'production' })).toMatch(/MASH_EVENT_STORE is not safe.*tls=false in production.*MASH_EVENT_STORE_PLAINTEXT=this-machine/);
      expect(mistake(plaintext)).toBe('');
      expect(mistake({ ...plaintext, NODE_ENV: 'production', MASH_EVENT_STORE_PLAINTEXT: 'this-machine' })).toBe('');
      expect(mistake({ ...plaintext, MASH_EVENT_STORE_PLAINTEXT: 'yes' })).toContain('MASH_EVENT_STORE_PLAINTEXT is not usable');
    });
    it('A14.9 refuses TLS without a user', () => {
      expect(mistake({ MASH_EVENT_STORE: 'esdb://log.example.org?tls=true' })).toContain('MASH_EVENT_STORE_USER');
      expect(mistake({ MASH_EVENT_STORE: 'esdb://log.example.org?tls=true', NODE_ENV: 'production', ...user })).toBe('');
    });
    it('refuses a certificate that nobody checks in production', () =>
      expect(mistake({ MASH_EVENT_STORE: 'esdb://log.example.org?tlsVerifyCert=false', NODE_ENV: 'production', ...user })).toContain('tlsVerifyCert=false in production'));
  });
});
