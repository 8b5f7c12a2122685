import { DEFAULT_EXPORT_PATH } from '../../../core/export/path';
import { ChipsField } from '../../ui/ChipsField';
import { TextField } from '../../ui/TextField';
import {
  type SettingsDraft,
  type SettingsFaults,
  VOCABULARIES,
  type Vocabulary,
} from './settings-draft';
import './dialogs.css';

interface FieldsProps {
  readonly draft: SettingsDraft;
  readonly onChange: (change: Partial<SettingsDraft>) => void;
}

export function SiteFields(props: FieldsProps & { readonly faults: SettingsFaults }) {
  const { draft, onChange, faults } = props;
  return (
    <div className="field-row field-row-site">
      <TextField
        label="Site"
        value={draft.site}
        onChange={(site) => onChange({ site })}
        error={faults.site}
        placeholder="https://example.org"
        spellCheck={false}
      />
      <TextField
        label="Prefix"
        value={draft.prefix}
        onChange={(prefix) => onChange({ prefix })}
        error={faults.prefix}
        placeholder="ko"
        spellCheck={false}
      />
    </div>
  );
}

export function ExportPathField(props: FieldsProps & { readonly faults: SettingsFaults }) {
  const { draft, onChange, faults } = props;
  return (
    <TextField
      label="Export path"
      value={draft.exportPath}
      onChange={(exportPath) => onChange({ exportPath })}
      error={faults.exportPath}
      placeholder={DEFAULT_EXPORT_PATH}
      hint="Where a brief’s file goes in the export folder; {prefix} and {slug} are filled in."
      spellCheck={false}
    />
  );
}

const labels: Readonly<Record<Vocabulary, string>> = {
  types: 'Types',
  heads: 'Heads',
  lenses: 'Lenses',
  regions: 'Regions',
  languages: 'Languages',
};

const hints: Readonly<Record<Vocabulary, string>> = {
  types: 'What kinds of brief there are, such as event.',
  heads: 'The themes that a brief may stand under.',
  lenses: 'The groups that takes are sorted into.',
  regions: 'Where outlets stand.',
  languages: 'Language tags, such as en or pt-BR.',
};

const none: readonly [] = [];

/** A word of a vocabulary. The meta line separates its heads by commas, so these hold none. */
const word = (typed: string) => typed.trim() || null;
const head = (typed: string) => typed.replaceAll(',', ' ').replace(/\s+/g, ' ').trim() || null;

export function VocabularyFields({ draft, onChange }: FieldsProps) {
  return VOCABULARIES.map((name) => (
    <ChipsField
      key={name}
      label={labels[name]}
      hint={hints[name]}
      suggestions={none}
      values={draft.vocabularies[name]}
      accept={name === 'heads' ? head : word}
      onChange={(words) => onChange({ vocabularies: { ...draft.vocabularies, [name]: words } })}
    />
  ));
}
