// @vitest-environment happy-dom
import './page';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { keepText } from '../../../src/renderer/app/kept-text';
import { Failsafe } from '../../../src/renderer/shell/Failsafe';

afterEach(cleanup);

function Bug(): never {
  throw new Error('a bug');
}

it('keeps the text that was typed', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const drop = keepText(() => ({ slug: 'open', text: '# Typed' }));
  render(
    <Failsafe>
      <Bug />
    </Failsafe>,
  );
  expect(screen.getByRole('textbox', { name: 'The brief’s text' })).toHaveProperty(
    'value',
    '# Typed',
  );
  expect(screen.getByRole('button', { name: 'Copy text' })).toBeTruthy();
  drop();
});

it('stands even where the text can’t be had', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const drop = keepText(() => {
    throw new Error('gone too');
  });
  render(
    <Failsafe>
      <Bug />
    </Failsafe>,
  );
  expect(screen.getByRole('button', { name: 'Load again' })).toBeTruthy();
  drop();
});
