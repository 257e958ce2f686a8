import { describe, expect, it } from '@jest/globals';
import { said as saidWith } from './testing/said.js';

/** No server is reached: every one of these ends before. */
const said = (words: readonly string[], environment: Readonly<Record<string, string>> = { MASH_EVENT_STORE: 'esdb://127.0.0.1:2113?tls=false' }) =>
  saidWith(words, environment);

describe('the command line of mash-log', () => {
  it.each<[string, readonly string[], string]>([
    ['an unknown command', ['coppy'], 'There are: info, tail, export'],
    ['an unknown option', ['info', '--quik'], "Unknown option '--quik'"],
    ['a missing file', ['import'], 'FILE is missing'],
    ['a word too many', ['export', 'a', 'b'], '"b" is one word too many'],
    ['a copy to nowhere', ['copy'], 'Give --to URL or --to-env NAME'],
    ['a variable that is not set', ['info', '--env', 'NOWHERE'], 'The variable NOWHERE is not set'],
    ['a count that is none', ['tail', '--count', 'many'], '--count takes a whole number'],
  ])('answers %s with what would be right', async (_what, words, answer) => expect(await said(words)).toMatchObject({ code: 2, err: expect.stringContaining(answer) }));

  it('keeps passwords out of command lines and errors', async () => {
    const onTheLine = await said(['copy', '--to', 'esdb://admin:hunter22@log.example.org:2113']);
    expect(onTheLine).toMatchObject({ code: 2, err: expect.stringContaining('every user of this machine could read') });
    const unusable = await said(['info', '--env', 'BAD'], ({ BAD: 'esdb://admin:hunter22@:/?x', BAD_PASSWORD: 'hunter23' }));
    const plaintext = await said(['info', '--env', 'BAD'], ({ BAD: 'esdb://admin:hunter22@log.example.org:2113?tls=false' }));
    expect(plaintext).toMatchObject({ code: 1, err: expect.stringContaining('Use TLS') });
    for (const { out, err } of [onTheLine, unusable, plaintext]) expect(out + err).not.toMatch(/hunter2/);
  });

  it.each(['hun/ter22', 'hun@ter22', 'hun:ter22', 'hun/t@er22', '22/ter22', 'hun?ter22', '22?ter22'])('prints no part of a password that should have been encoded: %s', async (password) => {
    const address = `esdb://admin:${password}@log.example.org:2113`;
    const onTheLine = await said(['copy', '--to', address]);
    const plaintext = await said(['info', '--env', 'BAD'], { BAD: `${address}?tls=false` });
    const onBoth = await said(['copy', '--from-env', 'BAD', '--to-env', 'BAD'], { BAD: `${address}?tls=false`, MASH_EVENT_STORE: address });
    expect(onTheLine).toMatchObject({ code: 2, err: expect.stringContaining('every user of this machine could read') });
    for (const { code, out, err } of [onTheLine, plaintext, onBoth]) {
      expect(code).not.toBe(0);
      expect(out + err).not.toMatch(/hun|22|ter/);
    }
  });

  it('says what each command does', async () => {
    for (const command of ['info', 'tail', 'export', 'import', 'verify', 'copy']) {
      expect(await said([command, '--help'])).toMatchObject({ code: 0, out: expect.stringMatching(new RegExp(`^mash-log ${command}`)) });
    }
  });
});
