import type { Compared, Rebuilt } from '@mash/views';

const number = (value: number): string => value.toLocaleString('en-GB');

function said({ outcome, subjects, differing, differingCount }: Compared): string {
  switch (outcome) {
    case 'identical': return 'identical';
    case 'new': return 'new';
    case 'not-compared': return 'not compared';
    case 'different': {
      const more = differingCount > differing.length ? [`    and ${number(differingCount - differing.length)} more`] : [];
      return [`DIFFERENT in ${number(differingCount)} of ${number(subjects)}:`, ...differing.map((id) => `    ${id}`), ...more].join('\n');
    }
  }
}

/**
 * What an administrator is told of a rebuild: ids and numbers only.
 * @param kept whether the former views were
 */
export function report({ events, resumedAt, views }: Rebuilt, kept: boolean): string {
  const resumed = resumedAt === 0 ? '' : `, going on after ${number(resumedAt)}`;
  const way = kept && views.some(({ outcome }) => outcome === 'different') ? 'The former views are kept: npm run rebuild -- --rollback swaps them back.\n' : '';
  return `${number(events)} events, ${views.length} views${resumed}.\n${views.map((view) => `  ${view.view.padEnd(20)} ${said(view)}\n`).join('')}${way}`;
}
