// Every page: its address, its module, its style sheets, the areas of its words, and what it asks the
// services first, or which socket it opens, if that is known before the page runs. The server knows the same addresses from routes.json.
const COMMUNITY = { sheets: ['forms', 'account', 'feed'], areas: ['form', 'feed'] };
const ACCOUNT = { sheets: ['forms', 'account'], areas: ['form', 'account'] };
const STUDIO = { sheets: ['forms', 'studio'], areas: ['form', 'studio'] };

/** How many rooms of each state the market shows at first. */
export const MARKET = { live: 24, scheduled: 8, ended: 8 };

const routes = [
  route('/', 'market', { sheets: ['market'], areas: ['market'], asks: Object.entries(MARKET).map(([state, limit]) => `/live/v1/rooms?state=${state}&limit=${limit}`) }),
  route('/rooms/:id', 'room', { sheets: ['room'], areas: ['room'], socket: ({ id }) => roomSocket(id) }),
  route('/sign-in', 'sign-in', ACCOUNT),
  route('/sign-up', 'sign-up', ACCOUNT),
  route('/me', 'me', ACCOUNT),
  route('/feed', 'feed', COMMUNITY),
  route('/posts/:id', 'post', COMMUNITY),
  route('/members/:id', 'member', COMMUNITY),
  route('/studio', 'studio', STUDIO),
  route('/studio/rooms/:id', 'studio-room', STUDIO),
];

/** The address of a room’s socket. */
export const roomSocket = (id) => `/live/v1/rooms/${encodeURIComponent(id)}/socket`;

function route(pattern, page, { sheets, areas, asks = [], socket = () => null }) {
  const names = [];
  const source = pattern.replace(/:(\w+)/g, (_, param) => { names.push(param); return '([^/]+)'; });
  return { page, sheets, areas, asks, socket, names, matcher: new RegExp(`^${source}/?$`) };
}

/** The page of a path with its parameters, or null. */
export function match(path) {
  for (const candidate of routes) {
    const found = candidate.matcher.exec(path);
    if (found) {
      const params = Object.fromEntries(candidate.names.map((name, i) => [name, decode(found[i + 1])]));
      return { ...candidate, params, socket: candidate.socket(params) };
    }
  }
  return null;
}

function decode(part) {
  try { return decodeURIComponent(part); } catch { return part; }
}
