import { type Instant } from '../instants/instant.js';
import { ruleSetAt, type GoldenRulesGeneration } from '../ruleset/rule-sets.js';

export type GoldenRule = { readonly number: 1 | 2 | 3 | 4 | 5 | 6 | 7; readonly text: string };

const numbered = (texts: readonly [string, string, string, string, string, string, string]): readonly GoldenRule[] => {
  const [one, two, three, four, five, six, seven] = texts;
  return [
    { number: 1, text: one },
    { number: 2, text: two },
    { number: 3, text: three },
    { number: 4, text: four },
    { number: 5, text: five },
    { number: 6, text: six },
    { number: 7, text: seven },
  ];
};

/** The seven rules in our own short words, in every generation a record may have been made under (2.1). */
export const GOLDEN_RULES: Readonly<Record<GoldenRulesGeneration, readonly GoldenRule[]>> = {
  BEFORE_2018: numbered([
    'The Data Protection Act is a framework for sharing, not a barrier to it.',
    'Be open from the start about why, what, how and with whom, and seek agreement unless that is unsafe or unsuitable.',
    'If in doubt, seek advice, without naming the person where possible.',
    'Share with consent where you can; without it where the public interest calls for it, on the facts.',
    'Think of the safety and well-being of the person and of others affected.',
    'Share what is necessary, proportionate, relevant, accurate, in time and secure.',
    'Record the decision and its reasons, whether you share or not.',
  ]),
  '2018': numbered([
    'Data protection and human rights law are a framework for sharing, not a barrier to it.',
    'Be open from the start about why, what, how and with whom, and seek agreement unless that is unsafe or unsuitable.',
    'If in doubt, seek advice, without naming the person where possible.',
    'Share with consent where you can; you may share without it where there is a lawful basis, on the facts. Be clear which.',
    'Think of the safety and well-being of the person and of others affected.',
    'Share what is necessary, proportionate, relevant, adequate, accurate, in time and secure.',
    'Record the decision and its reasons, whether you share or not; if you share: what, with whom and why.',
  ]),
  '2024': numbered([
    'Protecting a child from abuse and neglect comes before anybody’s privacy, and the law supports sharing for it.',
    'Where it is practicable and safe, involve the child and carers: say who will get what, and why.',
    'You do not need consent to share about a child or family when a child is, or may be, at risk.',
    'When unsure how the law applies, seek advice promptly.',
    'Sender and recipient both protect the identity of anyone who could be harmed if it became known.',
    'Share only what is relevant and accurate, with those who have a part in keeping the child safe.',
    'Record your reasons either way; be ready to explain a refusal, and to think again on new facts.',
  ]),
};

/** The rules that stood at a moment. */
export const goldenRulesAt = (at: Instant): readonly GoldenRule[] => GOLDEN_RULES[ruleSetAt(at).goldenRules];
