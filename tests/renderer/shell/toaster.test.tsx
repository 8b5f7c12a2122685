// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Toaster } from '../../../src/renderer/ui/Toaster';

afterEach(cleanup);

it('a notice can be dismissed by who hears the page', async () => {
  const words = { id: 1, kind: 'done', text: 'Saved.', action: null } as const;
  render(<Toaster queue={[words]} onTaken={() => undefined} />);
  expect(await screen.findByText('Saved.')).toBeTruthy();
  // By its role: what is hidden from readers has none.
  expect(screen.getByRole('button', { name: 'Dismiss' })).toBeTruthy();
});
