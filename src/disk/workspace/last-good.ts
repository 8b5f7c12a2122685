import { dirname, join } from 'node:path';
import type { Disk } from '../files/disk';
import { makeFolderIn, makeFolders, readIfThere, writeDurable } from '../files/durable';
import { makePrivateFolder, PRIVATE_FOLDER } from './private';

/** Copies of the settings and registries as they last could be read. */
export class LastGood {
  readonly #hashes = new Map<string, string>();

  constructor(
    readonly disk: Disk,
    readonly root: string,
  ) {}

  async read(file: string): Promise<Buffer | null> {
    return readIfThere(this.disk, this.#path(file));
  }

  /** Keeps a file's text; a copy that can't be kept harms nothing, so errors are passed over. */
  async keep(file: string, text: string, hash: string): Promise<void> {
    if (!this.isKept(file, hash)) await this.keepBytes(file, Buffer.from(text, 'utf8'), hash);
  }

  /** True where it is known that the text of this hash is kept. */
  isKept(file: string, hash: string): boolean {
    return this.#hashes.get(file) === hash;
  }

  /** The same of a file's bytes. */
  async keepBytes(file: string, bytes: Buffer, hash: string): Promise<void> {
    try {
      const old = await this.read(file);
      if (!old?.equals(bytes)) await this.#write(file, bytes);
      this.#hashes.set(file, hash);
    } catch {
      this.#hashes.delete(file);
    }
  }

  async putBack(file: string, path: string, copy: Buffer): Promise<void> {
    await makeFolderIn(this.disk, dirname(join(this.root, file)));
    await writeDurable(this.disk, path, copy, { create: true });
  }

  async #write(file: string, bytes: Buffer): Promise<void> {
    await makePrivateFolder(this.disk, this.root);
    await makeFolders(this.disk, dirname(this.#path(file)));
    await writeDurable(this.disk, this.#path(file), bytes);
  }

  #path(file: string): string {
    return join(this.root, PRIVATE_FOLDER, 'last-good', file);
  }
}
