import { useEffect } from 'react';

const service = 'Safeguarding hub';
const errorMark = 'Error: ';

/** The title of the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => { document.title = `${title} - ${service}`; }, [title]);
}

/** Marks the tab while the page shows an error, so that it is heard first. */
export function useErrorTitle(wrong: boolean): void {
  useEffect(() => {
    if (!wrong) return undefined;
    if (!document.title.startsWith(errorMark)) document.title = `${errorMark}${document.title}`;
    return () => { document.title = document.title.replace(errorMark, ''); };
  }, [wrong]);
}
