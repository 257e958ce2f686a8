import { describe, expect, it } from '@jest/globals';
import type { Access } from './safe-connection.js';
import { credentialsOf, isEncrypted, problemsOf, withoutUser } from './safe-connection.js';

const user = { user: 'mash', password: 'invented' };
const problem = (access: Access): string => problemsOf(access).join(' ');

describe('reaching the log', () => {
  it.each(['esdb://127.0.0.1:2113?tls=false', 'esdb://localhost:2113?tls=false', 'esdb://[::1]:2113/?tls=false', 'esdb+discover://127.0.0.1:1,127.0.0.1:2?keepAliveTimeout=1&tls=false'])(
    'in plaintext is right on this machine while trying things out: %s', (connectionString) => expect(problem({ connectionString })).toBe(''));

  it.each([
    'esdb://log.example.org:2113?tls=false', 'esdb://127.0.0.1:2113,log.example.org:2113?tls=false', 'esdb://127.0.0.1.example.org?tls=false',
    'esdb://user:secret@log.example.org?TLS=false', 'esdb://localhost@log.example.org?tls=false',
  ])('in plaintext on another machine is refused: %s', (connectionString) =>
    expect(problem({ connectionString, plaintextOnThisMachine: true })).toContain('tls=false to another machine'));

  it('A14.9 in plaintext in production is refused on this machine too, unless that is said in so many words', () => {
    const access = { connectionString: 'esdb://127.0.0.1:2113?tls=false', production: true };
    expect(problem(access)).toContain('MASH_EVENT_STORE_PLAINTEXT=this-machine');
    expect(problem({ ...access, ...user })).toContain('tls=false in production');
    expect(problem({ ...access, plaintextOnThisMachine: true })).toBe('');
  });

  it('A14.9 over TLS is refused without a user, because anybody would be let in or nobody', () => {
    expect(problem({ connectionString: 'esdb://log.example.org' })).toContain('TLS without a user');
    expect(problem({ connectionString: 'esdb://log.example.org', user: 'mash' })).toContain('TLS without a user');
    expect(problem({ connectionString: 'esdb://log.example.org', ...user })).toBe('');
    expect(problem({ connectionString: 'esdb://mash:invented@log.example.org' })).toBe('');
  });

  it('over TLS with a certificate that nobody checks is refused in production', () => {
    const access = { connectionString: 'esdb+discover://log.example.org?tls=true&tlsVerifyCert=false', ...user };
    expect(problem({ ...access, production: true })).toContain('tlsCAFile');
    expect(problem(access)).toBe('');
  });

  it.each([
    ['esdb://mash:invented@log.example.org:2113?tls=true', 'esdb://log.example.org:2113?tls=true'],
    ['esdb://mash:in@vent/ed@a.example.org:2113,b.example.org:2113', 'esdb://a.example.org:2113,b.example.org:2113'],
    ['esdb+discover://log.example.org?tls=true', 'esdb+discover://log.example.org?tls=true'],
  ])('hands the client no password that it could quote', (given, handed) => expect(withoutUser(given)).toBe(handed));

  it('never quotes a password', () =>
    expect(problem({ connectionString: 'esdb://mash:invented@log.example.org?tls=false', production: true })).not.toContain('invented'));

  it('is encrypted unless told otherwise', () => {
    expect(isEncrypted('esdb://log.example.org')).toBe(true);
    expect(isEncrypted('esdb://log.example.org?tls=false')).toBe(false);
  });

  it('signs in as the user given, else as the one in the address', () => {
    expect(credentialsOf({ connectionString: 'esdb://other:word@log.example.org', ...user })).toEqual({ username: 'mash', password: 'invented' });
    expect(credentialsOf({ connectionString: 'esdb://m%40sh:w%3Ard@log.example.org' })).toEqual({ username: 'm@sh', password: 'w:rd' });
    expect(credentialsOf({ connectionString: 'esdb://mash:w:rd@log.example.org' })).toEqual({ username: 'mash', password: 'w:rd' });
    expect(credentialsOf({ connectionString: 'esdb://log.example.org' })).toBeNull();
  });

  it('carries some credentials even in plaintext, because a call without any takes the batch path', () =>
    expect(credentialsOf({ connectionString: 'esdb://127.0.0.1:2113?tls=false' })).not.toBeNull());
});
