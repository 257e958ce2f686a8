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

  it('explain themselves without anything else being named', () => {
    expect(parseStandInOptions(['event-store', '--help'])).toMatchObject({ print: expect.stringMatching(/--postgres URL[^]*--tls[^]*MASH_EVENT_STORE_PASSWORD/) });
  });

  it.each([[['mysql', '--port', '1']], [[]], [['postgres', 'identity', '--port', '1']]])('refuse %j and list what there is', (args) => {
    expect(() => parseStandInOptions(args)).toThrow('Name one of postgres, event-store, identity.');
  });

  it('ask for the port', () => {
    expect(() => parseStandInOptions(['postgres'])).toThrow('Name a port with --port.');
  });
});

describe('the options of the event store stand-in', () => {
  const parsed = (...args: string[]): unknown => parseStandInOptions(['event-store', '--port', '2113', ...args]);
  const plain = {
    host: '127.0.0.1', advertise: undefined, tls: 'none', user: { name: 'mash', groups: [] }, grants: true, manners: true, allowDeletes: false,
  };

  it('stay on this machine, in plaintext and with manners, when none is given', () => {
    expect(parsed()).toEqual({ standIn: 'event-store', port: 2113, data: undefined, postgres: undefined, eventStore: plain });
  });

  it('turn on TLS with a throwaway certificate and a user', () => {
    const secured = parsed('--tls', '--host', '0.0.0.0', '--advertise', 'log.wexcombe.example', '--user', 'hub', '--group', '$admins', '--group', '$ops', '--no-grants');
    const eventStore = { ...plain, tls: 'throwaway', host: '0.0.0.0', advertise: 'log.wexcombe.example', user: { name: 'hub', groups: ['$admins', '$ops'] }, grants: false };
    expect(secured).toMatchObject({ eventStore });
  });

  it('take a certificate of the site', () => {
    expect(parsed('--certificate', 'a.pem', '--key', 'b.pem')).toMatchObject({ eventStore: { tls: { certificate: 'a.pem', key: 'b.pem' } } });
  });

  it('turn manners off and deleting on', () => {
    expect(parsed('--no-manners', '--allow-deletes')).toMatchObject({ eventStore: { manners: false, allowDeletes: true } });
  });

  it.each([
    [['--certificate', 'a.pem'], 'belong together'],
    [['--key', 'b.pem'], 'belong together'],
    [['--user', 'hub'], '--user is about signing in, which needs TLS'],
    [['--group', '$admins'], '--group is about signing in'],
    [['--password', 'x'], '--password'],
  ])('refuse %j', (args, message) => {
    expect(() => parsed(...args)).toThrow(message);
  });

  it('are refused by the other stand-ins', () => {
    expect(() => parseStandInOptions(['identity', '--port', '1', '--tls'])).toThrow('--tls is an option of the event store only');
  });
});
