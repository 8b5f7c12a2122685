/** The text of the brief that is open, as the editor holds it. */
export interface KeptText {
  readonly slug: string;
  readonly text: string;
}

let source: (() => KeptText | null) | null = null;

/**
 * Tells where the open text is to be had when the page itself has failed; the function must not
 * depend on anything that is drawn.
 * @returns the source's removal
 */
export function keepText(read: () => KeptText | null): () => void {
  source = read;
  return () => {
    if (source === read) source = null;
  };
}

export const keptText = (): KeptText | null => source?.() ?? null;
