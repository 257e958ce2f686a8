import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../event.js';
import { Rejected, reason } from '../rejection.js';
import { decisionSpec } from './decision-spec.js';

type Opened = DomainEvent<'Opened', { readonly by: string }>;

const door = {
  initial: false,
  evolve: (): boolean => true,
  decide: (command: { readonly by: string }, open: boolean, facts: { readonly locked: boolean }): readonly Opened[] => {
    if (facts.locked) throw new Rejected([reason('0.R0', 'LOCKED', 'The door is locked.', 'Unlock it.')]);
    return open ? [] : [{ type: 'Opened', schema: 1, data: command }];
  },
};
const opened: Opened = { type: 'Opened', schema: 1, data: { by: 'a' } };
const spec = decisionSpec<{ readonly by: string }, boolean, Opened, { readonly locked: boolean }>(door);
const unlocked = { locked: false };

describe('the language of decision tests', () => {
  it('accepts the events that happened', () => spec.given().knowing(unlocked).when({ by: 'a' }).expectEvents(opened));
  it('accepts that nothing happened', () => spec.given(opened).knowing(unlocked).when({ by: 'b' }).expectNothing());
  it('accepts the rejection that was given', () => spec.given().knowing({ locked: true }).when({ by: 'a' }).expectRejection('0.R0 LOCKED'));

  it('fails when other events happened', () =>
    expect(() => spec.given().knowing(unlocked).when({ by: 'b' }).expectEvents(opened)).toThrow('Other events'));
  it('fails when nothing happened but something was wanted', () =>
    expect(() => spec.given(opened).knowing(unlocked).when({ by: 'a' }).expectEvents(opened)).toThrow('Other events'));
  it('fails when something happened but nothing was wanted', () =>
    expect(() => spec.given().knowing(unlocked).when({ by: 'a' }).expectNothing()).toThrow('Something happened'));
  it('fails when a rejection was wanted and the command accepted', () =>
    expect(() => spec.given().knowing(unlocked).when({ by: 'a' }).expectRejection('0.R0 LOCKED')).toThrow('accepted'));
  it('fails when events were wanted and the command rejected', () =>
    expect(() => spec.given().knowing({ locked: true }).when({ by: 'a' }).expectEvents(opened)).toThrow('rejected'));
  it('fails when another reason was given', () =>
    expect(() => spec.given().knowing({ locked: true }).when({ by: 'a' }).expectRejection('0.R0 OTHER')).toThrow('Other reasons'));
  it('fails when a wanted reason is missing', () =>
    expect(() => spec.given().knowing({ locked: true }).when({ by: 'a' }).expectRejectionIncluding('0.R0 OTHER')).toThrow('missing'));
});
