import { RE2JS } from 're2js';

import { invalidArgument, RefusedError } from './refusal.js';

const MAX_LENGTH = 256;
const MAX_UNBOUNDED = 3;
/** Every counted repetition is a step of the engine for each character of a name; a thousand would make a name cost a tenth of a second. */
const MAX_COUNTED = 100;
const REPEATABLE = /^(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})\??/;

/** What a filter asks of a name or a type: whether the expression is found anywhere in it. */
export interface TextTest {
  test(text: string): boolean;
}

/**
 * Real servers run filters as .NET expressions. Only the part of that language which means the same here is
 * accepted: literals, `.`, classes of characters, anchors, alternatives, groups, and repetition of anything but a
 * group. The engine looks at each character once: one that tries again (as that of JavaScript does) can be made to
 * work for years by an expression of a line, and with it the whole node.
 */
export function compileSafeRegex(source: string): TextTest {
  if (source.length > MAX_LENGTH) throw refuse(`is longer than ${MAX_LENGTH} characters`);
  let out = '';
  let unbounded = 0;
  let counted = 0;
  let rest = source;
  while (rest !== '') {
    const token = nextToken(rest);
    const repeat = token.repeatable ? (REPEATABLE.exec(rest.slice(token.length))?.[0] ?? '') : '';
    if (/^(?:[*+]|\{\d+,\})/.test(repeat)) unbounded += 1;
    if (unbounded > MAX_UNBOUNDED) throw refuse(`repeats without bound more than ${MAX_UNBOUNDED} times`);
    counted += mostCounted(repeat);
    if (counted > MAX_COUNTED) throw refuse(`counts up to more than ${MAX_COUNTED} repetitions`);
    out += token.text + repeat;
    rest = rest.slice(token.length + repeat.length);
  }
  try {
    return RE2JS.compile(out);
  } catch {
    throw refuse('is not well formed');
  }
}

function mostCounted(repeat: string): number {
  return Math.max(0, ...(repeat.match(/\d+/g) ?? []).map(Number));
}

interface Token {
  readonly text: string;
  readonly length: number;
  readonly repeatable: boolean;
}

const SPECIAL: Readonly<Record<string, (rest: string) => Token>> = {
  '(': openGroup,
  ')': closeGroup,
  '[': characterClass,
  '\\': escape,
  // In .NET the dot excludes the line feed only.
  '.': () => ({ text: '[^\\n]', length: 1, repeatable: true }),
  '^': () => ({ text: '^', length: 1, repeatable: false }),
  $: () => ({ text: '$', length: 1, repeatable: false }),
  '|': () => ({ text: '|', length: 1, repeatable: false }),
  '*': repetitionOfNothing,
  '+': repetitionOfNothing,
  '?': repetitionOfNothing,
  '{': repetitionOfNothing,
};

function nextToken(rest: string): Token {
  const special = SPECIAL[rest.charAt(0)];
  if (special !== undefined) return special(rest);
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  // These stand for themselves in .NET but not in every other engine.
  return { text: /^[\]}/]$/.test(character) ? `\\${character}` : character, length: character.length, repeatable: true };
}

function closeGroup(rest: string): Token {
  if (/^\)[*+?{]/.test(rest)) throw refuse('repeats a group');
  return { text: ')', length: 1, repeatable: false };
}

function repetitionOfNothing(): never {
  throw refuse('repeats something that cannot be repeated here');
}

function openGroup(rest: string): Token {
  if (rest.startsWith('(?:')) return { text: '(?:', length: 3, repeatable: false };
  if (rest.startsWith('(?')) throw refuse('uses a special group');
  return { text: '(?:', length: 1, repeatable: false };
}

function characterClass(rest: string): Token {
  const found = /^\[\^?(?:[^\\[\]\n]|\\[-\\\]^$.|?*+(){}/[])+\]/.exec(rest)?.[0];
  if (found === undefined) throw refuse('holds a class of characters that is not supported');
  // A hyphen-minus pair means subtraction in .NET.
  if (found.includes('-[') || found.includes('&&')) throw refuse('holds a class of characters that is not supported');
  return { text: found, length: found.length, repeatable: true };
}

function escape(rest: string): Token {
  const character = rest.charAt(1);
  // Digits are those of every script in .NET.
  if (character === 'd') return { text: '\\p{Nd}', length: 2, repeatable: true };
  if (!/^[\\\]^$.|?*+(){}/[-]$/.test(character)) throw refuse('uses an escape that is not supported');
  return { text: character === '-' ? '\\x2d' : `\\${character}`, length: 2, repeatable: true };
}

function refuse(why: string): RefusedError {
  return new RefusedError(invalidArgument(`The regular expression of the filter ${why}.`));
}
