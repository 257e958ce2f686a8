import { useSession } from '@mash/web-data-access';
import type { Answers } from '@mash/web-ui';

/** The unit that somebody acts for: the one they chose, or their only one. */
export function useUnit(): (answers: Answers, field?: string) => string {
  const { me } = useSession();
  return (answers, field = 'unit') => answers.text(field) || (me.units[0] ?? '');
}
