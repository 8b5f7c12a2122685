import { useCallback, useState } from 'react';
import { setField } from '../../../core/edit';
import { type FieldPath, formatPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import type { Refusal } from '../document/brief-document';
import { useFieldText, useSession } from '../session/context';

export interface HeldText {
  /** What the input shows: what was typed, until one leaves it; else the document's text. */
  readonly shown: string;
  /** False where the brief has no such part. */
  readonly present: boolean;
  readonly refusal: Refusal | null;
  readonly write: (text: string) => Refusal | null;
  readonly release: () => void;
}

interface Held {
  readonly text: string;
  /** The document's text while this was typed: another one ends it. */
  readonly over: string | null;
  readonly refusal: Refusal | null;
}

/** The text of a plain input over a field of the document. */
export function useHeldText(path: FieldPath): HeldText {
  const { document } = useSession();
  const text = useFieldText(path);
  const key = formatPath(path);
  const [held, setHeld] = useState<Held | null>(null);
  const holds = held !== null && held.over === text;
  const write = useCallback(
    (typed: string) => {
      const refusal = document.perform((brief) => setField(brief, path, typed), {
        event: 'input.type',
        caret: (brief) => readField(brief, path)?.to ?? null,
      });
      setHeld({ text: typed, over: readField(document.brief, path)?.text ?? null, refusal });
      return refusal;
    },
    // A path is a value: its key says which.
    // oxlint-disable-next-line react/exhaustive-deps
    [document, key],
  );
  const release = useCallback(() => setHeld(null), []);
  return {
    shown: holds ? held.text : (text ?? ''),
    present: text !== null,
    refusal: holds ? held.refusal : null,
    write,
    release,
  };
}
