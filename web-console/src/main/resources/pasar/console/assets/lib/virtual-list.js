// Which lines of a long list are worth drawing: those in view and a little around. Pure.

const AROUND = 240;

/** `heights[i]` is measured or undefined; answers {first, last, above, below} for what is seen at `top`. */
export function windowOf(heights, guess, top, view) {
  const from = top - AROUND;
  const to = top + view + AROUND;
  let position = 0;
  let first = -1;
  let last = -1;
  let above = 0;
  let end = 0;
  for (let i = 0; i < heights.length; i += 1) {
    const next = position + (heights[i] ?? guess);
    if (first < 0 && next >= from) { first = i; above = position; }
    if (first >= 0 && position <= to) { last = i; end = next; }
    position = next;
  }
  if (first < 0) return { first: 0, last: -1, above: 0, below: 0, total: position };
  return { first, last, above, below: position - end, total: position };
}
