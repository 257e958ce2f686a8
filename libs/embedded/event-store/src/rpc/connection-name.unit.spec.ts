import { Metadata } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';

import { connectionNameIn } from './connection-name.js';

const named = (name: string): string => {
  const headers = new Metadata();
  headers.set('connection-name', name);
  return connectionNameIn(headers);
};

describe('the name of a connection', () => {
  it.each(['projector-7', 'hub-of-wexcombe-1', 'hub', 'b5a3f1c2-6a0e-4e3f-9a53-0c1d2e3f4a5b', 'conformance-b5a3f1c2-6a0e-4e3f-9a53-0c1d2e3f4a5b'])(
    'is written down where it is that of a service: %s', (name) => expect(named(name)).toBe(name),
  );

  it.each(['10.0.0.1', '10.0.0.1:2113', 'fe80::1', 'ip-10-0-0-1', 'jane.doe', 'jane_doe', 'JaneDoe', 'Ms Alder, 3 Mill Lane', 'jane@site.example', 'x'.repeat(65), '-'])(
    'is not written down where it could be that of a person or a place: %s', (name) => expect(named(name)).toBe('unnamed'),
  );

  it('is "unnamed" where there is none', () => {
    expect(connectionNameIn(new Metadata())).toBe('unnamed');
  });
});
