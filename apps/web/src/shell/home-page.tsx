import { useMay } from '@mash/web-data-access';
import { ReplayPage } from '@mash/web-audit';
import { WorkPage } from '@mash/web-work';
import type { ReactNode } from 'react';

/** Where somebody starts: their work, or for an auditor the replay. */
export function HomePage(): ReactNode {
  const [works, audits] = [useMay('work:read'), useMay('audit:replay')];
  return audits && !works ? <ReplayPage /> : <WorkPage />;
}
