import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import type { Balance } from '../../../core/balance/types';
import { IconButton } from '../../ui/Button';
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
    <header className="bl-head" data-own-undo>
      <h2>Lens balance</h2>
      <div className="bl-field">
        <Search aria-hidden="true" />
        <input
          type="text"
          aria-label="Search for the briefs to weigh"
          aria-describedby="balance-hint"
          placeholder="All briefs"
          spellCheck={false}
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text) onChange('');
          }}
        />
        {pending ? <Spinner label="Counting" /> : null}
        {text ? (
          <IconButton
            size="s"
            label="Weigh all briefs"
            icon={<X aria-hidden="true" />}
            onClick={() => onChange('')}
          />
        ) : null}
      </div>
      <p id="balance-hint" className="ui-hidden">
        Words and filters, as in the search
      </p>
      <output className="bl-sum">{balance ? sumWords(balance) : ''}</output>
    </header>
  );
}

const sumWords = ({ briefs, takes, voices }: Balance): string =>
  `${counted(briefs, 'brief')} · ${counted(takes, 'take')} · ${counted(voices, 'voice')}`;
