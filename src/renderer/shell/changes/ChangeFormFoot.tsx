import type { ReactNode } from 'react';
import { Button } from '../../ui/Button';

/** The foot of a form whose answer is planned before anything is done. */
export function ChangeFormFoot({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button variant="primary" type="submit">
        Show changes…
      </Button>
    </>
  );
}
