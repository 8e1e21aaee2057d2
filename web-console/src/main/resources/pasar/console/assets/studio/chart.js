import { clock, number, time } from '../lib/format.js';
import { h, useEffect, useRef } from '../lib/h.js';
import { dir, locale } from '../lib/i18n.js';
import { useStore } from '../lib/store.js';
import { theme } from '../lib/theme.js';
import { thinned } from './figures-data.js';

const SHORT_MS = 10 * 60 * 1000;
const BAR_MAX = 14;
/** So few points that the bars of one would stand far apart if each had its share of the room. */
const FEW = 6;
/** So few bars that the time of each fits under its middle. */
const APART_MAX = 3;

let library = null;

/** Chart.js, loaded once, when the first chart is drawn. */
function chartLibrary() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/vendor/chart.js';
    script.onload = () => resolve(window.Chart);
    script.onerror = () => {
      library = null;
      reject(new Error('the chart library cannot be loaded'));
    };
    document.head.append(script);
  });
  return library;
}

/** A chart on a canvas, which only eyes can read: its label says the newest values and a table beside it says all. */
export function Chart({ chart, data, label, nameOf, valueOf }) {
  const canvas = useRef(null);
  const drawn = useRef(null);
  const shown = useStore(theme);
  const language = locale();

  useEffect(() => {
    let gone = false;
    chartLibrary().then((Library) => {
      if (gone) return;
      drawn.current = new Library(canvas.current, settings(chart, nameOf, valueOf));
      fill(drawn.current, chart, data, nameOf);
    }, () => {});
    return () => {
      gone = true;
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, [chart.name, shown, language]);

  useEffect(() => {
    if (drawn.current) fill(drawn.current, chart, data, nameOf);
  }, [data]);

  return h('div', { class: 'chart-canvas' }, h('canvas', { ref: canvas, role: 'img', 'aria-label': label }));
}

function fill(target, chart, data, nameOf) {
  const { labels, series } = thinned(data, chart);
  const colours = palette();
  target.data.labels = labels.map((label) => label.toISOString());
  target.data.datasets = series.map((one, place) => ({
    ...shape(chart.kind, colours.series[place % colours.series.length], colours, place, labels.length),
    label: nameOf(one),
    data: one.values,
    source: one,
  }));
  target.options.plugins.legend.display = series.length > 1;
  target.options.elements.point.radius = labels.length < 3 ? 3 : 0;
  const { x } = target.options.scales;
  x.offset = chart.kind === 'bar' || labels.length === 1;
  x.ticks.align = x.offset && labels.length <= APART_MAX ? 'center' : 'inner';
  target.update('none');
}

function shape(kind, colour, colours, place, points) {
  const line = { borderColor: colour, backgroundColor: colour, borderWidth: 2, pointHitRadius: 12, spanGaps: true, borderDash: place % 2 === 1 ? [5, 4] : [] };
  const thickness = points <= FEW ? 'barThickness' : 'maxBarThickness';
  if (kind === 'bar') return { type: 'bar', backgroundColor: colour, borderRadius: 2, [thickness]: BAR_MAX, borderColor: colours.ink, borderWidth: place % 2 === 1 ? 1 : 0 };
  return { type: 'line', ...line, ...(kind === 'step' ? { stepped: 'before' } : { cubicInterpolationMode: 'monotone' }) };
}

function settings(chart, nameOf, valueOf) {
  const colours = palette();
  const rtl = dir() === 'rtl';
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  const whole = chart.name !== 'revenue';
  return {
    type: chart.kind === 'bar' ? 'bar' : 'line',
    data: { labels: [], datasets: [] },
    options: {
      animation: false,
      elements: { point: { radius: 0 } },
      responsive: true,
      maintainAspectRatio: false,
      normalized: true,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          reverse: rtl,
          grid: { display: false },
          border: { color: colours.line },
          ticks: { color: colours.soft, font, maxTicksLimit: 3, maxRotation: 0, autoSkipPadding: 16, align: 'inner', callback(value) { return timeText(this.chart, this.getLabelForValue(value)); } },
        },
        y: {
          position: rtl ? 'right' : 'left',
          beginAtZero: true,
          grid: { color: colours.line },
          border: { display: false },
          ticks: { color: colours.soft, font, maxTicksLimit: 5, ...(whole ? { precision: 0 } : {}), callback: (value) => number(value, { notation: 'compact' }) },
        },
      },
      plugins: {
        legend: { display: false, rtl, textDirection: dir(), labels: { color: colours.ink, font, boxWidth: 12, boxHeight: 12 } },
        tooltip: {
          rtl, textDirection: dir(), bodyFont: font, titleFont: font,
          callbacks: {
            title: (items) => time(items[0].label, { timeStyle: 'medium' }),
            label: ({ dataset, parsed }) => `${nameOf(dataset.source)}: ${valueOf(dataset.source, parsed.y)}`,
          },
        },
      },
    },
  };
}

/** Minutes tell short sessions' points apart no more: then seconds do. */
function timeText(chart, label) {
  const { labels } = chart.data;
  const isShort = new Date(labels.at(-1)) - new Date(labels[0]) < SHORT_MS;
  return isShort ? time(label, { hour: 'numeric', minute: '2-digit', second: '2-digit' }) : clock(label);
}

function palette() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  return { ink: colour('--ink'), soft: colour('--soft'), line: colour('--line'), series: [colour('--chart-1'), colour('--chart-2'), colour('--chart-3')] };
}
