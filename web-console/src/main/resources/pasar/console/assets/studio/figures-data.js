/** The charts of a session, in the order they are shown. `kind` is how each is drawn. */
export const CHARTS = [
  { name: 'viewers', kind: 'line' },
  { name: 'chats', kind: 'bar' },
  { name: 'reservations', kind: 'bar' },
  { name: 'revenue', kind: 'step' },
  { name: 'stock', kind: 'step' },
];

/** How many points a chart draws: more would be finer than its pixels. */
export const POINTS_MAX = 240;

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

/** Fewer points for drawing: the last of each stretch for what stands, the sum for what is counted. */
export function thinned(data, counted, max = POINTS_MAX) {
  const size = Math.ceil(data.labels.length / max);
  if (size <= 1) return data;
  const stretches = Array.from({ length: Math.ceil(data.labels.length / size) }, (_, place) => [place * size, Math.min((place + 1) * size, data.labels.length)]);
  return {
    labels: stretches.map(([, end]) => data.labels[end - 1]),
    series: data.series.map((series) => ({
      ...series,
      values: stretches.map(([start, end]) => (counted ? series.values.slice(start, end).reduce((sum, value) => sum + value, 0) : newest(series.values, start, end))),
    })),
  };
}

/** The last value of a stretch that somebody saw. */
function newest(values, start, end) {
  for (let place = end - 1; place >= start; place -= 1) if (values[place] !== null) return values[place];
  return null;
}
