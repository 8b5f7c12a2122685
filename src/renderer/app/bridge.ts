import type { Bridge } from '../../bridge/contract';

declare global {
  interface Window {
    readonly briefwright: Bridge;
  }
}

/** The main process, as the preload offers it. */
export const bridge: Bridge = window.briefwright;

/** The nonce for the styles that libraries add while running. */
export const cspNonce: string =
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
