import type { MatchItem } from './starts';

/** The best of many candidates by rank, weight, length of the name and name, without sorting the others. */
export class Best {
  readonly places: number[] = [];
  readonly ranks: number[] = [];

  constructor(
    private readonly items: readonly MatchItem[],
    private readonly weights: Float64Array,
    private readonly limit: number,
  ) {}

  add(place: number, rank: number): void {
    const { places, ranks } = this;
    let at = places.length;
    if (at >= this.limit && !this.#isBefore(place, rank, at - 1)) return;
    while (at > 0 && this.#isBefore(place, rank, at - 1)) at--;
    places.splice(at, 0, place);
    ranks.splice(at, 0, rank);
    if (places.length <= this.limit) return;
    places.pop();
    ranks.pop();
  }

  #isBefore(place: number, rank: number, at: number): boolean {
    const otherRank = this.ranks[at] as number;
    if (rank !== otherRank) return rank < otherRank;
    const other = this.places[at] as number;
    const weight = this.weights[place] as number;
    const otherWeight = this.weights[other] as number;
    if (weight !== otherWeight) return weight > otherWeight;
    const name = (this.items[place] as MatchItem).name;
    const otherName = (this.items[other] as MatchItem).name;
    if (name.length !== otherName.length) return name.length < otherName.length;
    return name < otherName;
  }
}
