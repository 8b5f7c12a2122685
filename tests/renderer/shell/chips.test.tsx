// @vitest-environment happy-dom
import './page';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { ChipsField } from '../../../src/renderer/ui/ChipsField';
import { plain, suggest } from '../../../src/renderer/ui/suggestions';

afterEach(cleanup);

const words = plain(['Who Decides', 'Chokepoints', 'Follow the Money']);

function Heads(props: { readonly start: readonly string[]; readonly own?: boolean }) {
  const [values, setValues] = useState(props.start);
  return (
    <>
      <ChipsField
        label="Heads"
        values={values}
        onChange={setValues}
        suggestions={words}
        {...(props.own ? { accept: (typed: string) => typed.trim() || null } : {})}
      />
      <output>{values.join(' | ')}</output>
    </>
  );
}

const field = () => screen.getByRole('combobox', { name: 'Heads' });
const values = () => screen.getByRole('status').textContent;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

function type(text: string): void {
  field().focus();
  // Without its kind an input counts as filled in by the browser, and nothing is offered.
  fireEvent.input(field(), { target: { value: text }, inputType: 'insertText' });
}

it('takes the first suggestion by Enter', async () => {
  render(<Heads start={[]} />);
  type('choke');
  await screen.findByRole('option', { hidden: true, name: 'Chokepoints' });
  press('Enter');
  expect(values()).toBe('Chokepoints');
});

it('takes a word of one’s own only where that is allowed', async () => {
  render(<Heads start={[]} own />);
  type('Oil');
  await screen.findByRole('option', { hidden: true, name: 'Add “Oil”' });
  press('Enter');
  expect(values()).toBe('Oil');
  cleanup();
  render(<Heads start={[]} />);
  type('Oil');
  expect(screen.queryByRole('option', { hidden: true })).toBeNull();
});

it('removes the last by Backspace, and one that the arrows reach', () => {
  render(<Heads start={['a', 'b', 'c']} />);
  field().focus();
  press('Backspace');
  expect(values()).toBe('a | b');
  press('ArrowLeft');
  press('ArrowLeft');
  press('Backspace');
  expect(values()).toBe('b');
});

it('offers nothing that is chosen already', async () => {
  render(<Heads start={['Who Decides']} />);
  type('o');
  await screen.findByRole('option', { hidden: true, name: 'Chokepoints' });
  expect(screen.queryByRole('option', { hidden: true, name: 'Who Decides' })).toBeNull();
});

it('only shows its values where nothing may be changed', () => {
  render(
    <ChipsField readOnly label="Heads" values={['a']} onChange={() => {}} suggestions={words} />,
  );
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByRole('region', { name: 'Heads' }).textContent).toContain('a');
});

it('finds suggestions by their words', () => {
  expect(suggest(words, 'MONEY fol').map(({ value }) => value)).toEqual(['Follow the Money']);
  expect(suggest(words, '')).toHaveLength(3);
});
