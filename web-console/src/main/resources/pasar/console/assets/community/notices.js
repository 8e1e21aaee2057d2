import { accessToken, renewed } from '../lib/session.js';

const FIRST_WAIT_MS = 1000;
const LAST_WAIT_MS = 60_000;
const TOKEN_REFUSED = 4401;
const DO_NOT_RETURN = (code) => code >= 4400 && code < 4500 && code !== TOKEN_REFUSED;

/**
 * What the community socket tells its member: `onNotice(data)` for each hint, `onOpen()` whenever a connection stands, since
 * hints sent in between are gone. Answers the function that ends it.
 */
export function listen({ onNotice, onOpen }) {
  let socket = null;
  let timer = 0;
  let wait = FIRST_WAIT_MS;
  let refused = null;
  let ended = false;

  async function connect() {
    const token = await (refused ? renewed(refused) : accessToken()).catch(() => null);
    if (ended) return;
    if (!token) return again();
    const address = new URL('/community/v1/socket', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(address, 'pasar.v1');
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, type: 'hello', data: { token, client: 'console/1' } }));
    socket.onmessage = ({ data }) => take(JSON.parse(data));
    socket.onclose = ({ code }) => {
      if (ended || DO_NOT_RETURN(code)) return;
      refused = code === TOKEN_REFUSED ? token : null;
      again();
    };
  }

  function take(frame) {
    if (frame.re === 1 && frame.data) {
      wait = FIRST_WAIT_MS;
      onOpen?.();
    } else if (frame.type === 'notice') {
      onNotice(frame.data);
    }
  }

  function again() {
    timer = setTimeout(connect, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LAST_WAIT_MS);
  }

  connect();
  return () => {
    ended = true;
    clearTimeout(timer);
    socket?.close(1000);
  };
}
