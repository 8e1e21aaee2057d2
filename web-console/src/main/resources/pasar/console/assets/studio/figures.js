import { api } from '../lib/api.js';
import { clock, money, number, time } from '../lib/format.js';
import { h, useEffect, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { ProblemNote } from '../lib/ui.js';
import { Skeleton } from '../community/loaded.js';
import { fractionDigits } from './amount.js';
import { Chart } from './chart.js';
import { CHARTS, seriesOf } from './figures-data.js';
import { soldSoFar } from './room-state.js';

const READ_MS = 5000;

/** How the session goes: totals at once, charts over its life, each with the same figures as a table. */
export function Figures({ room, sales, counts }) {
  const { figures, problem, reload } = useFigures(room);
  const sold = soldSoFar(sales, fractionDigits);
  return h('section', { class: 'figures', 'aria-labelledby': 'figures-title' },
    h('h2', { id: 'figures-title' }, t('studio.figures.title')),
    h('dl', { class: 'card figures-totals' },
      h(Total, { label: t(room.state === 'live' ? 'studio.figures.viewers' : 'studio.figures.viewersPeak'), value: number(room.state === 'live' ? counts.viewers : figures?.totals.viewersPeak ?? counts.peak) }),
      h(Total, { label: t('studio.figures.sold'), value: number(figures?.totals.unitsSold ?? sold.units) }),
      h(Total, { label: t('studio.figures.revenue'), value: moneys(figures?.totals.revenue ?? sold.revenue) }),
      h(Total, { label: t('studio.figures.chats'), value: figures ? number(figures.totals.chats) : '–' })),
    problem && !figures && h(ProblemNote, { problem, retry: reload }),
    room.state === 'scheduled' && h('p', { class: 'soft' }, t('studio.figures.later')),
    room.state !== 'scheduled' && !figures && !problem && h(Skeleton, { lines: 6 }),
    figures && figures.points.length > 0 && h('div', { class: 'figures-charts' }, CHARTS.map((chart) => h(ChartCard, { key: chart.name, chart, figures }))));
}

/** Read again every few seconds while the room is live and somebody looks. */
function useFigures(room) {
  const [state, setState] = useState({ figures: null, problem: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (room.state === 'scheduled') return undefined;
    const controller = new AbortController();
    let timer = 0;
    async function read() {
      if (!document.hidden) {
        await api('live', `/rooms/${room.id}/figures`, { signal: controller.signal }).then(
          (figures) => setState({ figures, problem: null }),
          (problem) => !controller.signal.aborted && setState((before) => ({ ...before, problem })));
      }
      if (room.state === 'live' && !controller.signal.aborted) timer = setTimeout(read, READ_MS);
    }
    read();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [room.id, room.state, round]);
  return { ...state, reload: () => setRound((count) => count + 1) };
}

function Total({ label, value }) {
  return h('div', { class: 'figure' }, h('dt', null, label), h('dd', null, value));
}

function moneys(list) {
  return list.length === 0 ? '–' : list.map((value) => h('span', { key: value.currency, class: 'figure-money' }, money(value)));
}

function ChartCard({ chart, figures }) {
  const data = seriesOf(chart.name, figures);
  const title = t(`studio.chart.${chart.name}`);
  return h('figure', { class: 'card chart', 'aria-labelledby': `chart-${chart.name}` },
    h('figcaption', { id: `chart-${chart.name}` }, h('h3', null, title), h('p', { class: 'soft' }, latest(data))),
    h(Chart, { chart, data, label: `${title}: ${latest(data)}`, nameOf, valueOf }),
    h('details', { class: 'chart-table' },
      h('summary', null, t('studio.chart.table'), h('span', { class: 'unseen' }, ` ${title}`)),
      h(Table, { title, data })));
}

function Table({ title, data }) {
  const rows = data.labels.map((_, row) => row).reverse();
  return h('div', { class: 'table-scroll', tabIndex: 0, role: 'region', 'aria-label': title },
    h('table', null,
      h('caption', { class: 'unseen' }, title),
      h('thead', null, h('tr', null,
        h('th', { scope: 'col' }, t('studio.chart.time')),
        data.series.map((series) => h('th', { scope: 'col', class: 'numeric', key: series.name + series.unit }, nameOf(series))))),
      h('tbody', null, rows.map((row) => h('tr', { key: row },
        h('th', { scope: 'row' }, h('time', { dateTime: data.labels[row].toISOString() }, time(data.labels[row], { timeStyle: 'medium' }))),
        data.series.map((series) => h('td', { class: 'numeric', key: series.name + series.unit }, valueOf(series, series.values[row]))))))));
}

function latest(data) {
  if (data.series.every((series) => series.values.every((value) => value === null))) return t('studio.chart.nothing');
  const values = data.series.map((series) => `${data.series.length > 1 || !series.unit ? `${nameOf(series)} ` : ''}${valueOf(series, series.values.findLast((value) => value !== null))}`);
  return t('studio.chart.latest', { values: values.join(' · '), time: clock(data.labels.at(-1)) });
}

function nameOf(series) {
  return series.unit ? `${t('studio.chart.series.revenue')} (${series.unit})` : t(`studio.chart.series.${series.name}`);
}

function valueOf(series, value) {
  if (value === null || value === undefined) return '–';
  return series.unit ? money({ amount: String(value), currency: series.unit }) : number(value);
}
