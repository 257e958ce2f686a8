import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.js';

const parse = (...args: string[]): unknown => parseOptions(args, ['network', 'load'], 42);

describe('the command line', () => {
  it('draws a seed when none is named, and takes the one that is', () => {
    expect(parse()).toEqual({ seed: 42, full: false, only: [] });
    expect(parse('--full', '--seed', '7', '--only', 'load,network')).toEqual({ seed: 7, full: true, only: ['load', 'network'] });
  });

  it('refuses a seed that is none and a phase that is not there, and says which there are', () => {
    expect(() => parse('--seed', 'x')).toThrow('"x" is no seed');
    expect(() => parse('--only', 'fire')).toThrow('The phases are network, load.');
  });
});
