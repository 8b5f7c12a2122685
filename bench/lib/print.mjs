/** Prints so many findings, in pieces, as a check does. @returns what is left to print */
export function printFindings(count) {
  let held = '';
  for (let at = 0; at < count; at++) {
    held += `  ${at % 90}:${at % 120}     error    No entity “${at}” is in the registry: correct the link or add the entity.  link/entity-unknown\n`;
    if (held.length > 1 << 14) {
      process.stdout.write(held);
      held = '';
    }
  }
  return held;
}
