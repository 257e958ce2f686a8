import type { ReactNode } from 'react';

export type TagColour = 'grey' | 'blue' | 'green' | 'yellow' | 'orange' | 'red' | 'purple';

/** A state in a word or two; never told by colour alone. */
export const Tag = ({ colour = 'blue', children }: { readonly colour?: TagColour; readonly children: ReactNode }): ReactNode => (
  <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
);
