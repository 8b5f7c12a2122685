import { Compartment } from '@codemirror/state';

/** Where the source view puts its extensions while it is shown; they cost nothing otherwise. */
export const viewSlot = new Compartment();
