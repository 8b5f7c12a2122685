import { useEffect } from 'react';

let count = 0;

/** True while a dialog holds the focus: commands of what lies under it must not run. */
export const anyModal = (): boolean => count > 0;

export function useModal(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    count += 1;
    return () => {
      count -= 1;
    };
  }, [open]);
}
