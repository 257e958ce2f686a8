import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const resultsFolder = fileURLToPath(new URL('../../results/', import.meta.url));

/** Keeps everything that was counted, so that a figure can be questioned later. */
export function saveResults(seed: number, full: boolean, content: unknown): string {
  mkdirSync(resultsFolder, { recursive: true });
  const file = `${resultsFolder}${full ? 'full' : 'ci'}-${seed}-${new Date().toISOString().replaceAll(':', '-')}.json`;
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
  return file;
}

/** Keeps what the processes of a failed phase wrote and said, since the run's own folder goes when it ends. */
export function keepEvidence(seed: number, phase: string, folder: string): string {
  const kept = `${resultsFolder}${seed}-${phase}-${new Date().toISOString().replaceAll(':', '-')}`;
  cpSync(folder, kept, { recursive: true, filter: (path) => !path.includes('/postgres') });
  return kept;
}

/** Counts of checks in the form in which Jest tells its own, for whoever adds up all test runs. */
export function tellCounts(file: string | undefined, passed: number, failed: number): void {
  if (file !== undefined) writeFileSync(file, JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numTotalTests: passed + failed, success: failed === 0 }));
}
