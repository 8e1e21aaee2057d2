/** The charts of a session, in the order they are shown: how each is drawn, and what several points in one place come to. */
export const CHARTS = [
  { name: 'viewers', kind: 'line', together: newest },
  { name: 'chats', kind: 'bar', together: mean },
  { name: 'reservations', kind: 'bar', together: sum },
  { name: 'revenue', kind: 'step', together: newest },
  { name: 'stock', kind: 'step', together: newest },
];

/** How many points a line is drawn of, and how many bars stand side by side: more would be finer than the pixels. */
export const POINTS_MAX = 240;
export const BARS_MAX = 40;

/**
 * The series of one chart: {labels: [Date], series: [{name, values, unit?}]}. Chat is a rate, per minute; revenue adds up over
 * the session, one series a currency.
 */
export function seriesOf(name, figures) {
  const points = figures.points;
  const labels = points.map((point) => new Date(point.at));
  switch (name) {
    case 'viewers': return { labels, series: [{ name: 'viewers', values: points.map((point) => point.viewers) }] };
    case 'chats': return { labels, series: [{ name: 'chats', values: points.map((point) => Math.round((point.chats * 60) / figures.stepSeconds)) }] };
    case 'reservations': return { labels, series: [
      { name: 'reservations', values: points.map((point) => point.reservations) },
      { name: 'orders', values: points.map((point) => point.orders) }] };
    case 'revenue': return { labels, series: revenue(points) };
    case 'stock': return { labels, series: [{ name: 'stock', values: points.map((point) => point.stock) }] };
    default: throw new Error(name);
  }
}

function revenue(points) {
  const currencies = [...new Set(points.flatMap((point) => point.revenue.map((money) => money.currency)))].sort();
  return currencies.map((currency) => {
    let sum = 0;
    return {
      name: 'revenue',
      unit: currency,
      values: points.map((point) => {
        sum += Number(point.revenue.find((money) => money.currency === currency)?.amount ?? 0);
        return Math.round(sum * 1000) / 1000;
      }),
    };
  });
}

/** Fewer points for drawing: those of each stretch come together in one. */
export function thinned(data, { kind, together }) {
  const size = Math.ceil(data.labels.length / (kind === 'bar' ? BARS_MAX : POINTS_MAX));
  if (size <= 1) return data;
  const stretches = Array.from({ length: Math.ceil(data.labels.length / size) }, (_, place) => [place * size, Math.min((place + 1) * size, data.labels.length)]);
  return {
    labels: stretches.map(([, end]) => data.labels[end - 1]),
    series: data.series.map((series) => ({ ...series, values: stretches.map(([start, end]) => together(series.values.slice(start, end))) })),
  };
}

/** The last value that somebody saw. */
function newest(values) {
  return values.findLast((value) => value !== null) ?? null;
}

/** What was counted. */
function sum(values) {
  return values.reduce((all, value) => all + value, 0);
}

/** A rate over all of the time. */
function mean(values) {
  return Math.round(sum(values) / values.length);
}
