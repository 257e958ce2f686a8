import { ChangesProvider, DirectoryProvider, SessionProvider } from '@mash/web-data-access';
import { ClockProvider, DraftsProvider, NamesProvider } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { Pages } from './pages.js';
import { Layout } from './shell/layout.js';
import { SignedOutPage } from './shell/signed-out-page.js';

/** The client: who is signed in around everything, then the frame, then the page. */
export function App({ now }: { readonly now: () => string }): ReactNode {
  return (
    <ClockProvider now={now}>
      <BrowserRouter>
        <SessionProvider signedOut={<SignedOutPage />}>
          <ChangesProvider>
            <DirectoryProvider>
              <NamesProvider>
                <DraftsProvider>
                  <Layout><Pages /></Layout>
                </DraftsProvider>
              </NamesProvider>
            </DirectoryProvider>
          </ChangesProvider>
        </SessionProvider>
      </BrowserRouter>
    </ClockProvider>
  );
}
