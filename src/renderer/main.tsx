import { CSPProvider } from '@base-ui/react/csp-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bridge, cspNonce } from './app/bridge';
import { listenToKeys } from './app/keys';
import { start } from './app/session';
import { App } from './shell/App';
import { Failsafe } from './shell/Failsafe';
import './ui/tokens.css';
import './ui/base.css';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');

listenToKeys();
await start();
createRoot(root).render(
  <StrictMode>
    <CSPProvider nonce={cspNonce}>
      <Failsafe>
        <App onDrawn={tellReady} />
      </Failsafe>
    </CSPProvider>
  </StrictMode>,
);

function tellReady(): void {
  document.documentElement.dataset['ready'] = '';
  void bridge.ready();
}
