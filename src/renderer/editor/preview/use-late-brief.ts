import { useEffect, useState } from 'react';
import type { Brief } from '../../../core/format/brief';
import type { BriefDocument, DocumentChange } from '../document/brief-document';
import { afterFrame } from '../../app/after-frame';

/** From this length on (UTF-16 units) the preview follows the frame that shows the key. */
const LONG = 300_000;

/**
 * The brief as it is shown beside the one that is written. In a long one, what is typed comes right
 * after the frame that shows the key, so that the key does not wait for it; all else comes at once.
 */
export function useLateBrief(document: BriefDocument): Brief {
  const [brief, setBrief] = useState(document.brief);
  useEffect(() => {
    let cancel: (() => void) | null = null;
    const show = () => {
      cancel?.();
      cancel = null;
      setBrief(document.brief);
    };
    show();
    const stop = document.subscribe((change) => {
      if (!change.docChanged) return;
      if (isTyped(change) && document.text.length > LONG) cancel ??= afterFrame(show);
      else show();
    });
    return () => {
      stop();
      cancel?.();
    };
  }, [document]);
  return brief;
}

const isTyped = ({ transactions }: DocumentChange): boolean =>
  transactions.some((one) => one.isUserEvent('input') || one.isUserEvent('delete'));
