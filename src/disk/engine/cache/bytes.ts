/** Bytes in a row that grows. */
export class Bytes {
  #all: Buffer;
  #length = 0;

  constructor(room = 1 << 14) {
    this.#all = Buffer.allocUnsafeSlow(room);
  }

  get length(): number {
    return this.#length;
  }

  write(text: string, encoding: 'utf8' | 'utf16le' | 'hex'): void {
    // No unit takes more than three bytes.
    const most = this.#length + text.length * 3;
    if (most > this.#all.length) this.#grow(most);
    this.#length += this.#all.write(text, this.#length, encoding);
  }

  push(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#all.length) this.#grow(length);
    this.#all.set(bytes, this.#length);
    this.#length = length;
  }

  /** What is in it now, in place: good until more is put in. */
  get all(): Buffer {
    return this.#all.subarray(0, this.#length);
  }

  #grow(least: number): void {
    const more = Buffer.allocUnsafeSlow(Math.max(least, this.#all.length * 2));
    more.set(this.all);
    this.#all = more;
  }
}
