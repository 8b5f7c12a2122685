import type { Balance } from '../../../core/balance/types';
import { SearchInput } from '../../ui/SearchInput';
import { Spinner } from '../../ui/Spinner';
import { counted } from './words';

/** Of which briefs the takes are weighed. */
export function BalanceField(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly pending: boolean;
  readonly balance: Balance | null;
}) {
  const { text, onChange, pending, balance } = props;
  return (
    <header className="view-bar" data-own-undo>
      <h2>Lens balance</h2>
      <SearchInput
        className="bl-field"
        label="Search for the briefs to weigh"
        placeholder="All briefs"
        clearLabel="Weigh all briefs"
        value={text}
        onChange={onChange}
        attributes={{ 'aria-describedby': 'balance-hint' }}
      >
        {pending ? <Spinner label="Counting" /> : null}
      </SearchInput>
      <p id="balance-hint" className="ui-hidden">
        Words and filters, as in the search
      </p>
      <output className="view-figures">{balance ? sumWords(balance) : ''}</output>
    </header>
  );
}

const sumWords = ({ briefs, takes, voices }: Balance): string =>
  `${counted(briefs, 'brief')} · ${counted(takes, 'take')} · ${counted(voices, 'voice')}`;
