/** Units of one run of texts: short enough that letters of other scripts widen few. */
const RUN_BITS = 14;
const RUN = 1 << RUN_BITS;
const PLAIN = /^[\0-\xff]*$/;
/** Ends each text; no folded text holds it. */
const END = '\n';

/** Texts that are being gathered into a run. */
interface Open {
  readonly run: number;
  readonly texts: string[];
  length: number;
}

/** The run of a place, and where in that it is. */
export const runOf = (place: number): number => place >>> RUN_BITS;
export const offsetOf = (place: number): number => place & (RUN - 1);

/** Many short texts in a few long ones, which takes a third of the memory. */
export class TextPool {
  /** The runs of all places, in which each text is followed by `END`. */
  readonly runs: string[] = [];
  readonly #open: [plain: Open | null, wide: Open | null] = [null, null];

  /** Takes in a text. @returns its place */
  add(text: string): number {
    const kind = PLAIN.test(text) ? 0 : 1;
    let open = this.#open[kind];
    if (!open || open.length + text.length >= RUN) {
      if (open) this.#close(open);
      open = { run: this.runs.push('') - 1, texts: [], length: 0 };
      this.#open[kind] = open;
    }
    const place = open.run * RUN + open.length;
    open.texts.push(text);
    open.length += text.length + 1;
    return place;
  }

  /** Makes all texts readable that were added. */
  settle(): void {
    for (const open of this.#open) if (open) this.#close(open);
    this.#open.fill(null);
  }

  #close({ run, texts }: Open): void {
    this.runs[run] = [...texts, ''].join(END);
  }
}
