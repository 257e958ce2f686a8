import { type Instant } from '../instants/instant.js';
import { problem, unless, type Problem } from '../problem/problem.js';
import { type EmailEvidence } from './method-evidence.js';
import { isSecureAddress, SECURE_DOMAINS, type SecureDomain } from './secure-domains.js';

/** One insecure recipient fails the whole message, hidden copies included, unless it is encrypted (6.R5, 6.R6). */
export const checkEmail = (email: EmailEvidence, at: Instant, domains: readonly SecureDomain[] = SECURE_DOMAINS): readonly Problem[] => {
  const everyone = [...email.to, ...email.cc, ...email.bcc];
  if (everyone.length === 0) {
    return [problem('6.R5', 'NO_RECIPIENT', 'The message has no recipient.', 'Name at least one.')];
  }
  const insecure = everyone.filter((address) => !isSecureAddress(address, at, domains)).length;
  return unless(
    insecure === 0 || email.encryptionApplied,
    problem(
      everyone.length > 1 ? '6.R6' : '6.R5',
      'RECIPIENT_NOT_SECURE',
      `${insecure} of ${everyone.length} recipients cannot be reached by secure mail, so the message would travel in the open.`,
      'Encrypt the message, take the recipient off, or share through the hub.',
    ),
  );
};
