// Light or dark: what the system says, until somebody chooses.
import { store } from './store.js';

const KEPT = 'pasar.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

function kept() {
  try { return localStorage.getItem(KEPT); } catch { return null; }
}

export const theme = store(effective());

function effective() {
  return kept() || (system.matches ? 'dark' : 'light');
}

export function applyTheme() {
  document.documentElement.dataset.theme = theme.value;
}

export function toggleTheme() {
  const next = theme.value === 'dark' ? 'light' : 'dark';
  try { localStorage.setItem(KEPT, next); } catch { /* chosen for this visit only */ }
  theme.set(next);
  applyTheme();
}

system.addEventListener('change', () => {
  theme.set(effective());
  applyTheme();
});
