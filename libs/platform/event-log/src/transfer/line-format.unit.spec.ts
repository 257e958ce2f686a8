import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventLine, headerLine, parseLine, trailerLine } from './line-format.js';
import type { RecordedRawEvent } from './raw-event.js';

const event = (data: string | Buffer, metadata: string | Buffer = '', isJson = true): RecordedRawEvent => ({
  stream: 'enquiry-1', revision: 7n, id: '5b3f2d64-5a0f-4a52-9b8e-0d3f6b0c1a11', type: 'ConcernReceived', isJson,
  data: Buffer.from(data), metadata: Buffer.from(metadata), position: 99n, created: '2026-11-22T01:00:00.000Z',
});
const back = (from: RecordedRawEvent): unknown => parseLine(eventLine(from), 2);
const whole = ({ stream, revision, id, type, isJson, data, metadata }: RecordedRawEvent): unknown =>
  ({ kind: 'event', event: { stream, revision, id, type, isJson, data, metadata } });

describe('a line of an export', () => {
  it.each([
    ['plain JSON', '{"a":1}'], ['white space', '{ "a" : 1 }\n'], ['a repeated key', '{"a":1,"a":2}'], ['a number beyond 2^53', '{"n":9007199254740993}'],
    ['a number in another form', '{"n":1.0e3}'], ['keys that are numbers, out of order', '{"b":1,"2":2,"1":1}'], ['escapes', '{"a":"\\u00e9\\/"}'],
    ['letters beyond ASCII', '{"ort":"Wexcombe, Ynys Môn, 村"}'], ['line separators', '{"a":"\u2028"}'], ['half a surrogate pair', '{"a":"\\ud800"}'],
    ['a prototype key', '{"__proto__":{"a":1}}'], ['null', 'null'], ['a byte order mark', '\ufeff{"a":1}'], ['nothing', ''], ['what is not JSON', 'no'],
  ])('gives back the exact bytes of %s', (_what, text) => {
    expect(back(event(text, text))).toEqual(whole(event(text, text)));
    expect(back(event(text, '', false))).toEqual(whole(event(text, '', false)));
  });

  it('gives back any bytes at all', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each));
    const json = fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)));
    fc.assert(fc.property(fc.oneof(bytes, json), fc.oneof(bytes, json), fc.boolean(), (data, metadata, isJson) => {
      expect(back(event(data, metadata, isJson))).toEqual(whole(event(data, metadata, isJson)));
    }));
  });

  it('shows JSON as JSON, so that other tools can read it', () =>
    expect(JSON.parse(eventLine(event('{"a":1}')))).toMatchObject({ data: { a: 1 }, contentType: 'application/json', created: '2026-11-22T01:00:00.000Z' }));

  it('is one line whatever it holds', () => expect(eventLine(event('"a\\nb"', 'x\ny')).indexOf('\n')).toBe(eventLine(event('"a\\nb"', 'x\ny')).length - 1));

  it('is refused by number when it is not one', () => {
    expect(() => parseLine('{"stream":"enquiry-1"', 5)).toThrow('Line 5 is not a JSON object');
    expect(() => parseLine('{"stream":"enquiry-1"}', 6)).toThrow('Line 6 is not an event');
    expect(() => parseLine('{"format":"mash-log","version":2}', 1)).toThrow('Use the newer program');
  });

  it('says where the file begins and ends', () => {
    expect(parseLine(headerLine(), 1)).toEqual({ kind: 'header', header: { format: 'mash-log', version: 1 } });
    expect(parseLine(trailerLine({ events: 3, sha256: 'ab' }), 5)).toEqual({ kind: 'trailer', trailer: { events: 3, sha256: 'ab' } });
  });
});
