// Every page: address, style sheet, module. The server knows the same addresses from routes.json.
import { route } from './lib/router.js';

route('/', 'market', () => import('./pages/market.js'));
route('/rooms/:id', 'room', () => import('./pages/room.js'));
route('/sign-in', 'forms account', () => import('./pages/sign-in.js'));
route('/sign-up', 'forms account', () => import('./pages/sign-up.js'));
route('/me', 'forms account', () => import('./pages/me.js'));
route('/feed', 'forms account feed', () => import('./pages/feed.js'));
route('/posts/:id', 'forms account feed', () => import('./pages/post.js'));
route('/members/:id', 'forms account feed', () => import('./pages/member.js'));
route('/studio', 'forms studio', () => import('./pages/studio.js'));
route('/studio/rooms/:id', 'forms studio', () => import('./pages/studio-room.js'));
