// Electron marks its fuse block with this text; a version byte, a count and one byte a fuse follow
// (electron/fuses, "the fuse wire").
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
const REMOVED = 'r'.charCodeAt(0);

/** The fuses of wire version 1 in their order, with the values of a stock Electron. */
export const STOCK_FUSES = [
  ['RunAsNode', true],
  ['EnableCookieEncryption', false],
  ['EnableNodeOptionsEnvironmentVariable', true],
  ['EnableNodeCliInspectArguments', true],
  ['EnableEmbeddedAsarIntegrityValidation', false],
  ['OnlyLoadAppFromAsar', false],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', true],
];

/**
 * Sets the fuses of an Electron executable back to stock, in place.
 * @param {Buffer} binary the whole executable
 */
export function resetFuses(binary) {
  const at = binary.indexOf(SENTINEL);
  if (at < 0 || binary.indexOf(SENTINEL, at + 1) >= 0)
    throw new Error('expected one block of fuses in the Electron executable');
  const wire = at + SENTINEL.length;
  if (binary[wire] !== WIRE_VERSION) throw new Error(`unknown fuse version ${binary[wire]}`);
  const count = binary[wire + 1];
  for (const [index, [, on]] of STOCK_FUSES.entries()) {
    if (index >= count || binary[wire + 2 + index] === REMOVED) continue;
    binary[wire + 2 + index] = (on ? '1' : '0').charCodeAt(0);
  }
}
