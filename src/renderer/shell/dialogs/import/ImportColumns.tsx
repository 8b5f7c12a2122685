import type { Mapping } from '../../../../core/registry/import';
import type { ImportTable } from '../../../../core/registry/table';
import { Select } from '../../../ui/Select';
import { type Field, FIELD_NAMES, fieldsOf, type What } from './plan';

const NONE = '-';

/** Which column of the file each field is read from. */
export function ImportColumns(props: {
  readonly what: What;
  readonly table: ImportTable;
  readonly mapping: Mapping<Field>;
  readonly onChange: (mapping: Mapping<Field>) => void;
}) {
  const { what, table, mapping, onChange } = props;
  const options = [
    { value: NONE, label: 'No column' },
    ...table.headers.map((header, index) => ({
      value: String(index),
      label: header || `Column ${index + 1}`,
    })),
  ];
  return (
    <fieldset className="import-columns">
      <legend className="ui-hidden">Columns of the file</legend>
      {fieldsOf(what).map((field) => (
        <Select
          key={field}
          label={FIELD_NAMES[field]}
          value={mapping[field] === null ? NONE : String(mapping[field])}
          options={options}
          onChange={(value) =>
            onChange({ ...mapping, [field]: value === NONE ? null : Number(value) })
          }
        />
      ))}
    </fieldset>
  );
}
