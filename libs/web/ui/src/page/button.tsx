import type { ReactNode } from 'react';

interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'warning';
  readonly type?: 'submit' | 'button';
  readonly busy?: boolean;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

/** A button. While its work is under way a second press does nothing. */
export function Button({ kind = 'primary', type = 'submit', busy = false, onPress, children }: ButtonProps): ReactNode {
  const look = kind === 'primary' ? '' : ` govuk-button--${kind}`;
  return (
    <button type={type} className={`govuk-button${look}`} aria-disabled={busy} onClick={busy ? (event) => event.preventDefault() : onPress}>
      {busy ? 'Sending…' : children}
    </button>
  );
}
