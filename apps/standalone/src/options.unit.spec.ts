import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.js';
import { parseStandInOptions } from './stand-ins/options.js';

describe('the options of the one command', () => {
  it('are sensible when none is given', () => {
    expect(parseOptions([])).toEqual({ port: 4000, data: undefined, sample: true });
  });

  it('are taken from the command line', () => {
    expect(parseOptions(['--port', '4100', '--data', 'elsewhere', '--no-sample'])).toEqual({ port: 4100, data: 'elsewhere', sample: false });
  });

  it.each(['0', '65536', '40x', '', '-1', '4e3'])('refuse %p as a port', (port) => {
    expect(() => parseOptions([`--port=${port}`])).toThrow('is no port');
  });

  it('explain themselves', () => {
    expect(parseOptions(['--help'])).toMatchObject({ print: expect.stringContaining('--no-sample') });
  });

  it('refuse what they do not know', () => {
    expect(() => parseOptions(['--prot', '1'])).toThrow('--prot');
  });
});

describe('the options of a stand-in', () => {
  it('name it and its port', () => {
    expect(parseStandInOptions(['identity', '--port', '4001'])).toEqual({ standIn: 'identity', port: 4001, data: undefined, postgres: undefined });
  });

  it.each([[['mysql', '--port', '1']], [[]], [['postgres', 'identity', '--port', '1']]])('refuse %j and list what there is', (args) => {
    expect(() => parseStandInOptions(args)).toThrow('Name one of postgres, event-store, identity.');
  });

  it('ask for the port', () => {
    expect(() => parseStandInOptions(['postgres'])).toThrow('Name a port with --port.');
  });
});
