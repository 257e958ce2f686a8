import { type Instant } from '../instants/instant.js';
import { inForceOn, localDate, localDateOf, type LocalDate } from '../instants/local-date.js';

/** A mail domain counted as secure between two days. */
export type SecureDomain = {
  readonly domain: string;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly source: string;
};

const secure = (domain: string, source: string, until: string | null = null): SecureDomain => ({
  domain,
  effectiveFrom: null,
  effectiveTo: until === null ? null : localDate(until),
  source,
});

/** A starting list: local, dated data that each hub confirms for itself. The gsi family was retired (general knowledge). */
export const SECURE_DOMAINS: readonly SecureDomain[] = [
  secure('nhs.net', 'S0'),
  secure('mod.net', 'S0'),
  secure('cjsm.net', 'S0'),
  secure('pnn.gov.uk', 'S0'),
  secure('pnn.police.uk', 'S0'),
  secure('scn.gov.uk', 'S0'),
  secure('gsi.gov.uk', 'R', '2019-03-31'),
  secure('gcsx.gov.uk', 'R', '2019-03-31'),
  secure('gse.gov.uk', 'R', '2019-03-31'),
];

const domainOf = (address: string): string | undefined => {
  const [, domain] = /^[^\s@<>,;"]+@([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i.exec(address.trim()) ?? [];
  return domain?.toLowerCase();
};

/** Whether mail to an address travels securely on a day: the domain itself or a part of it, so never "evilnhs.net" (6.R5). */
export const isSecureAddress = (address: string, at: Instant, domains: readonly SecureDomain[] = SECURE_DOMAINS): boolean => {
  const domain = domainOf(address);
  const day = localDateOf(at);
  return (
    domain !== undefined &&
    domains.some((listed) => inForceOn(listed, day) && (domain === listed.domain || domain.endsWith(`.${listed.domain}`)))
  );
};
