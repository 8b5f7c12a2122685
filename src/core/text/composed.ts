/** A text in NFC. */
export function composed(text: string): string {
  return SIMPLE.test(text) ? text : text.normalize('NFC');
}

// Below the combining marks, every text is composed.
const SIMPLE = /^[\0-\u02ff]*$/;
