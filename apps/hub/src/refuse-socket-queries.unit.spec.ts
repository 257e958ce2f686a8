import { describe, expect, it } from '@jest/globals';
import { refuseSocketQueries } from './refuse-socket-queries.js';

describe('the socket', () => {
  it('carries a subscription', () => expect(refuseSocketQueries('subscription { changes { view key } }')).toBeUndefined());
  it.each(['{ me { name } }', 'mutation { x }', 'subscription { changes { view } } query { me { name } }', 'fragment F on X { y }', 'nonsense {', ''])(
    'refuses %p', (query) => expect(refuseSocketQueries(query)?.[0]?.extensions['code']).toBe('BAD_REQUEST'));
});
