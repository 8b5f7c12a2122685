/** A brief with one of everything. */
export const SMALL = `# Talks fail
> Nobody came

**Meta:** type: event · date: 2026-06-04 · heads: Who Decides · 2 takes · 2 lenses · 2 regions

## Summary

One line
and another.

## By the numbers

- 4, years
- 0, meetings

## Why it matters

It does.

## What to watch

- First
- Second

## Regional takes (batched by bias / lens)

### unlabelled
- **CNN** (United States, en) — Says so.
  > "So it is."
  Source: https://cnn.com/a

### Gulf / Arab
- **Al Jazeera** (Qatar, ar) — 
  Source: https://aljazeera.com/b

## Across the graph
- Related: [[g7-evian]]
- Entities: Russia

---
Canonical: https://example.org/ko/n/talks
`;
