// Every page: address, style sheet, module. The server knows the same addresses from routes.json.
import { route } from './lib/router.js';

route('/', 'market', () => import('./pages/market.js'));
route('/rooms/:id', 'room', () => import('./pages/room.js'));
route('/sign-in', 'account', () => import('./pages/sign-in.js'));
route('/sign-up', 'account', () => import('./pages/sign-up.js'));
route('/me', 'account', () => import('./pages/me.js'));
route('/feed', 'feed', () => import('./pages/feed.js'));
route('/posts/:id', 'feed', () => import('./pages/post.js'));
route('/members/:id', 'feed', () => import('./pages/member.js'));
route('/studio', 'studio', () => import('./pages/studio.js'));
route('/studio/rooms/:id', 'studio', () => import('./pages/studio-room.js'));
