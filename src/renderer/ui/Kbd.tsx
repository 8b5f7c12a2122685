import { keyNames, keyText } from './keys';
import './Kbd.css';

/** A shortcut, given in accelerator form, as the keys of this platform. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <kbd className="ui-kbd">
      <span className="ui-hidden">{keyText(keys)}</span>
      {keyNames(keys).map((name) => (
        <span key={name} className="ui-key" aria-hidden="true">
          {name}
        </span>
      ))}
    </kbd>
  );
}
