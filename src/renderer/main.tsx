import { CSPProvider } from '@base-ui/react/csp-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bridge, cspNonce } from './app/bridge';
import { listenToKeys } from './app/keys';
import { placeStore } from './app/navigation';
import { start } from './app/session';
import { tidyOnceRead } from './app/tidy';
import { toast } from './app/toasts';
import { openFirst } from './editor';
import { App } from './shell/App';
import { Failsafe } from './shell/Failsafe';
import './ui/tokens.css';
import './ui/base.css';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
listenToKeys();
tidyOnceRead();
window.addEventListener('unhandledrejection', ({ reason }) => tellBug(reason));
// Not awaited at the top: a part that is loaded later would wait for this file, and this for it.
void begin(root);

async function begin(place: Element): Promise<void> {
  await start();
  // The first drawing shows the brief at once, rather than a window that waits for it.
  const { slug } = placeStore.get();
  if (slug !== null) await openFirst(slug);
  createRoot(place).render(
    <StrictMode>
      <CSPProvider nonce={cspNonce}>
        <Failsafe>
          <App onDrawn={tellReady} />
        </Failsafe>
      </CSPProvider>
    </StrictMode>,
  );
}

/** A call that was rejected is a bug, but no reason to take the page away. */
function tellBug(reason: unknown): void {
  const words = reason instanceof Error ? reason.message : String(reason);
  toast(`Something went wrong: ${words}. Your text is kept.`, { kind: 'error' });
}
function tellReady(): void {
  document.documentElement.dataset['ready'] = '';
  void bridge.ready();
}
