import { describe, expect, it } from '@jest/globals';
import { createLog, errorName, safeField } from './log.js';

describe('a log line', () => {
  it('keeps ids, codes and numbers', () => {
    const lines: string[] = [];
    createLog('hub', (line) => lines.push(line))('info', 'started', { port: 4000, id: '3f2b0c1e-9f0a-4c55-8a51-0d6d1c2e7a90' });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ service: 'hub', level: 'info', message: 'started', port: 4000, id: '3f2b0c1e-9f0a-4c55-8a51-0d6d1c2e7a90' });
  });
  it.each(['Ada Pelham', '9990000018', 'nhs:9990000018', 'a sentence'])('withholds %p, which could be about a person', (text) =>
    expect(safeField(text)).toBe('[withheld]'));
  it('names an error without its message', () => expect(errorName(new RangeError('Ada Pelham'))).toBe('RangeError'));
});
