/**
 * A value that is made when it is first asked for. A pattern over all letters and a collator take
 * milliseconds to make, and most starts of the app and runs of a command need none of them.
 */
export function onFirstUse<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
