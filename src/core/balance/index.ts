export { balanceOf, balanceOfBrief } from './balance';
export type { Balance, Echo, Share } from './types';
