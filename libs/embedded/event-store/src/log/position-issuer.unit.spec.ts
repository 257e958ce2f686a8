import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { PositionIssuer } from './position-issuer.js';

const sizes = fc.array(fc.record({ data: fc.nat({ max: 2_000 }), metadata: fc.nat({ max: 200 }), type: fc.string({ maxLength: 40 }) }), { minLength: 1, maxLength: 50 });
const issue = (last: number, gaps: boolean, all: readonly { data: number; metadata: number; type: string }[]): number[] => {
  const issuer = new PositionIssuer(last, gaps);
  return all.map(({ data, metadata, type }) => issuer.next({ id: '', type, isJson: true, data: Buffer.alloc(data), metadata: Buffer.alloc(metadata) }));
};

describe('the issuer of positions', () => {
  it('only ever goes up, from wherever the log ended', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 50 }), fc.boolean(), sizes, (last, gaps, all) => {
        let before = last;
        for (const position of issue(last, gaps, all)) {
          expect(Number.isSafeInteger(position) && position > before).toBe(true);
          before = position;
        }
      }),
    );
  });

  it('with gaps leaves at least the bytes of the event between two positions, so that one more is never the next', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 50 }), sizes, (last, all) => {
        const positions = [last, ...issue(last, true, all)];
        all.forEach(({ data, metadata, type }, index) => {
          expect((positions[index + 1] ?? 0) - (positions[index] ?? 0)).toBeGreaterThan(data + metadata + 2 * type.length);
        });
      }),
    );
  });

  it('without gaps counts', () => {
    fc.assert(fc.property(fc.nat({ max: 2 ** 50 }), sizes, (last, all) => expect(issue(last, false, all)).toEqual(all.map((_, index) => last + index + 1))));
  });
});
