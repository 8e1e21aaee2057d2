// The few drawings the pages use, 24 by 24, drawn with the colour of the text around them.
import { h } from './h.js';

const PATHS = {
  alert: 'M12 8v5m0 3.5v.01M10.3 4 2.6 17.3A2 2 0 0 0 4.3 20h15.4a2 2 0 0 0 1.7-2.7L13.7 4a2 2 0 0 0-3.4 0Z',
  arrowDown: 'M12 5v14m-6-6 6 6 6-6',
  bag: 'M6 8h12l1 12H5L6 8Zm3 0V7a3 3 0 0 1 6 0v1',
  chat: 'M5 5h14a1.500 1.500 0 0 1 1.500 1.500v8a1.500 1.500 0 0 1-1.500 1.500h-7l-4.500 3.500v-3.500H5a1.500 1.500 0 0 1-1.500-1.500v-8A1.500 1.500 0 0 1 5 5Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevronDown: 'm6 9 6 6 6-6',
  clock: 'M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h10v11H9zM5 15H4V4h11v1',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  gift: 'M4 12v8h16v-8M3 8h18v4H3zM12 8v12M12 8S11 3.500 8.500 3.500a2.250 2.250 0 0 0 0 4.500H12Zm0 0s1-4.500 3.500-4.500a2.250 2.250 0 0 1 0 4.500H12Z',
  flame: 'M12 3c1 3.5 5.5 5.5 5.5 10.5A5.5 5.5 0 0 1 12 19.5a5.5 5.5 0 0 1-5.5-6c0-2 1-3.5 2-4.5.3 1.5 1 2.3 1.8 2.5C10 8.5 10.5 5.5 12 3Z',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0 0c2.5-2.4 3.8-5.4 3.8-9S14.5 5.4 12 3C9.5 5.4 8.2 8.4 8.2 12s1.3 6.6 3.8 9ZM3.5 9h17M3.5 15h17',
  heart: 'M12 20S3.5 14.8 3.5 9A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8.5 2c0 5.8-8.5 11-8.5 11Z',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4v-9Z',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01',
  laugh: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM7.5 13.5h9a4.5 4.5 0 0 1-9 0ZM9 9v.5M15 9v.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M5 12h14',
  moon: 'M20 14.500A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.500Z',
  offline: 'M3 3l18 18M8.5 15.500a5 5 0 0 1 6 0M5 12a10 10 0 0 1 4-2.500M19 12a10 10 0 0 0-5.5-2.800M12 19v.01',
  pin: 'M9 4h6l-1 6 3 3v2H7v-2l3-3-1-6Zm3 11v6',
  plus: 'M12 5v14M5 12h14',
  sad: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 16.500a4.500 4.500 0 0 1 8 0M9 9v.5M15 9v.5',
  send: 'M4 12 20 4l-5 16-4-7-7-1Z',
  share: 'M12 15V4m-4 4 4-4 4 4M5 13v7h14v-7',
  star: 'm12 4 2.5 5.2 5.5.8-4 4 1 5.6-5-2.7-5 2.7 1-5.6-4-4 5.5-.800L12 4Z',
  store: 'M4 10h16l-2-6H6l-2 6Zm2 0v10h12V10M10 20v-6h4v6',
  sun: 'M12 16.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2v2.500M12 19.500V22M2 12h2.500M19.5 12H22M5 5l1.7 1.700M17.3 17.3 19 19M19 5l-1.7 1.700M6.7 17.3 5 19',
  thumb: 'M7 11v9H4v-9h3Zm0 8.5h9.5a2 2 0 0 0 2-1.6l1-5.5A2 2 0 0 0 17.5 10H14V6a2 2 0 0 0-2-2l-5 7',
  upload: 'M12 16V5m-5 5 5-5 5 5M5 19h14',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0',
  users: 'M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 8a7 7 0 0 1 14 0M16 5.500a3.5 3.5 0 0 1 0 6.500M18 14.500a7 7 0 0 1 4 5.5',
  wow: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-3.5a2 2.5 0 1 0 0-5 2 2.5 0 0 0 0 5ZM9 8.5V9M15 8.5V9',
};

/** A drawing; without a label it is for the eye only. */
export function Icon({ name, label, size = 20, filled = false, class: extra = '' }) {
  const hidden = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' };
  return h('svg', {
    class: `icon ${extra}`, width: size, height: size, viewBox: '0 0 24 24', fill: filled ? 'currentColor' : 'none', stroke: 'currentColor',
    'stroke-width': 1.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', focusable: 'false', ...hidden,
  }, h('path', { d: PATHS[name] }));
}
