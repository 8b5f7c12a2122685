import type { TextEdit } from '../text/edit';

/** A stretch of the old text, or text in the place of some of it; `keys` name the changes that put it there. */
type Piece =
  | { readonly kind: 'old'; readonly from: number; readonly to: number }
  | { readonly kind: 'new'; readonly text: string; readonly keys: readonly string[] };

/** An edit of the old text, and the changes that had a part in it. */
export interface KeyedEdit extends TextEdit {
  readonly keys: readonly string[];
}

/** A text that is changed again and again, and remembers what that comes to in its old offsets. */
export class Pieces {
  #pieces: readonly Piece[];
  #text: string | null = null;

  constructor(readonly before: string) {
    this.#pieces = before === '' ? [] : [{ kind: 'old', from: 0, to: before.length }];
  }

  get text(): string {
    this.#text ??= this.#pieces.map((piece) => this.#read(piece)).join('');
    return this.#text;
  }

  /** Applies an edit whose offsets are in the text as it is now. */
  edit({ from, to, insert }: TextEdit, key: string): void {
    const [head, rest] = split(this.#pieces, from);
    const [cut, tail] = split(rest, to - from);
    const keys = new Set(cut.flatMap((piece) => (piece.kind === 'new' ? piece.keys : [])));
    this.#pieces = [...head, { kind: 'new', text: insert, keys: [...keys.add(key)] }, ...tail];
    this.#text = null;
  }

  /** Everything done so far, as edits of the old text that don't touch each other. */
  edits(): KeyedEdit[] {
    const edits: KeyedEdit[] = [];
    let at = 0;
    let open: { text: string; keys: Set<string> } | null = null;
    const close = (to: number) => {
      const insert = open?.text ?? '';
      if (open && this.before.slice(at, to) !== insert) {
        edits.push({ from: at, to, insert, keys: [...open.keys] });
      }
      open = null;
    };
    for (const piece of this.#pieces) {
      if (piece.kind === 'new') {
        open ??= { text: '', keys: new Set() };
        open.text += piece.text;
        for (const key of piece.keys) open.keys.add(key);
        continue;
      }
      close(piece.from);
      at = piece.to;
    }
    close(this.before.length);
    return edits;
  }

  #read(piece: Piece): string {
    return piece.kind === 'old' ? this.before.slice(piece.from, piece.to) : piece.text;
  }
}

const lengthOf = (piece: Piece): number =>
  piece.kind === 'old' ? piece.to - piece.from : piece.text.length;

/** The pieces before and after an offset; one without text at the offset itself goes before. */
function split(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
  const head: Piece[] = [];
  let left = offset;
  for (const [index, piece] of pieces.entries()) {
    const length = lengthOf(piece);
    if (length > left) {
      if (left === 0) return [head, pieces.slice(index)];
      return [
        [...head, sliceOf(piece, 0, left)],
        [sliceOf(piece, left, length), ...pieces.slice(index + 1)],
      ];
    }
    head.push(piece);
    left -= length;
  }
  return [head, []];
}

function sliceOf(piece: Piece, from: number, to: number): Piece {
  if (piece.kind === 'new') return { ...piece, text: piece.text.slice(from, to) };
  return { kind: 'old', from: piece.from + from, to: piece.from + to };
}
