import { setUp } from '../../scripts/lib/setup.mjs';
import { startVirtualDisplay } from '../../scripts/lib/display.mjs';
import { CHECKOUT } from './electron.mjs';

/** The executable and a display of its own, set up as the tests do. */
export async function prepare() {
  const isLinux = process.platform === 'linux';
  const exe = await setUp(CHECKOUT, { display: isLinux, build: true });
  if (!isLinux) return { exe, stop: () => undefined };
  const display = await startVirtualDisplay();
  process.env.DISPLAY = display.env.DISPLAY;
  return { exe, stop: display.stop };
}
