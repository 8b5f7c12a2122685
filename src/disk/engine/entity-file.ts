import { realDisk } from '../files/disk';
import { type EntitiesMet, Registries } from '../workspace/registries';
import { type Around, keyOf, type Surroundings } from './around';

/** The file of the entities, where they are so many that only the index holds them. */
export class EntityFile {
  readonly #registries: Registries;

  /** @param root the real path of the workspace */
  constructor(root: string) {
    this.#registries = new Registries(realDisk, root, () => false);
  }

  /** Reads the file where what is around does not hold its entities; they are the same array while it is the same. */
  async fill(around: Around): Promise<Surroundings> {
    const { entities: file } = this.#registries;
    if (around.entities) {
      await file.letGo();
      return around;
    }
    const { hashes, ...others } = around;
    const entities = await this.#registries.readEntities();
    const isSound = hashes !== null && this.#registries.problems.length === 0;
    return { ...others, entities, key: isSound ? keyOf({ ...hashes, entities: file.hash }) : null };
  }

  /** What was found in it. */
  get news(): EntitiesMet {
    const { problems, entities } = this.#registries;
    return { problems, hash: entities.hash };
  }
}
