// The first thing a reader would call a letter, for the round signs of people.

/** A letter or figure that stands for itself: followed by another one, a space or the end. */
const PLAIN = /^[\p{Lu}\p{Ll}\p{Lo}\p{N}](?=[\p{Lu}\p{Ll}\p{Lo}\p{N}\s._-]|$)/u;

/** Letters that make one sign with the one before or after: Korean ones written one by one, Thai and Lao AM. */
const JOINED = /^.?[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u0e33\u0eb3]/u;

/**
 * The first grapheme of a text, '?' if there is none. A segmenter takes some ten milliseconds to make on a slow device, so only
 * texts that need one get one.
 */
export function firstLetter(text, locale) {
  const trimmed = text.trim();
  const plain = JOINED.test(trimmed) ? null : PLAIN.exec(trimmed);
  return plain ? plain[0] : segments(trimmed, locale).next().value?.segment ?? '?';
}

function segments(text, locale) {
  return new Intl.Segmenter(locale, { granularity: 'grapheme' }).segment(text)[Symbol.iterator]();
}
