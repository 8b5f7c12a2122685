import FolderInput from 'lucide-react/icons/folder-input';
import { type DragEvent, type ReactNode, useState } from 'react';
import { bridge } from '../app/bridge';
import { open } from '../app/session';
import './DropZone.css';

/** Opens a folder that is dropped anywhere on the window. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void open(() => bridge.openDropped(file));
  };
  return (
    <div
      className="drop-zone"
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={take}
    >
      {children}
      {over ? (
        <output className="drop-sign">
          <FolderInput aria-hidden="true" />
          Drop the folder to open it
        </output>
      ) : null}
    </div>
  );
}

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
