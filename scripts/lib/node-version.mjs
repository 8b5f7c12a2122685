/** The oldest Node that the tools of this project run on. */
export const OLDEST_NODE = [20, 19];

/**
 * @param {string} version such as `20.19.0`
 * @returns {boolean}
 */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

// Imported for this effect, before any module that an older Node could not load.
if (!isNodeSupported(process.versions.node)) {
  console.error(
    `Briefwright needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}. Install it from https://nodejs.org.`,
  );
  process.exit(1);
}
