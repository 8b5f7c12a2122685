import { targetOf } from '../format/target';
import type { TextEdit } from '../text/edit';
import type { Entity } from '../workspace/workspace';
import { foldedWords } from './fold';
import type { Trigger } from './trigger';

/** A choice as an edit; the caret goes to the end of what it inserts. */
export function entityInsertion(
  trigger: Trigger,
  entity: Pick<Entity, 'slug' | 'name' | 'aliases'>,
  prefix: string,
): TextEdit {
  const text = escaped(linkText(trigger.query, entity));
  const insert = `[${text}](${targetOf('entity', entity.slug, prefix)})`;
  return { from: trigger.from, to: trigger.to, insert };
}

/** A link to a brief, in the form that its place asks for. */
export function briefInsertion(
  trigger: Trigger,
  brief: { readonly slug: string; readonly title: string },
  prefix: string,
): TextEdit {
  const text = escaped(brief.title.trim() || brief.slug);
  const insert =
    trigger.form === 'wiki'
      ? `[[${brief.slug}]]`
      : `[${text}](${targetOf('brief', brief.slug, prefix)})`;
  return { from: trigger.from, to: trigger.to, insert };
}

/**
 * What a link to an entity shows: what was typed, where that is an alias or whole words of the
 * name, as the registry writes it; else the name. Never a fragment.
 */
export function linkText(
  typed: string,
  { name, aliases = [] }: Pick<Entity, 'name' | 'aliases'>,
): string {
  const wanted = foldedWords(typed).join(' ');
  if (wanted === '') return name;
  const alias = aliases.find((text) => foldedWords(text).join(' ') === wanted);
  return alias ?? wordsWithin(name, wanted) ?? name;
}

/** The stretch of a name that folds to the wanted words. */
function wordsWithin(name: string, wanted: string): string | null {
  const words = [...name.matchAll(/\S+/g)];
  for (const first of words) {
    for (const last of words) {
      const text = name.slice(first.index, last.index + last[0].length);
      if (last.index >= first.index && foldedWords(text).join(' ') === wanted) {
        return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}.)]+$/gu, '');
      }
    }
  }
  return null;
}

/** A text as the text of a link: what would end the link or start another mark is escaped. */
function escaped(text: string): string {
  return text.replace(/[\\`[\]<]/g, '\\$&');
}
