import { api } from '../lib/api.js';
import { useEffect, useReducer, useRef, useState } from '../lib/h.js';
import { RoomSocket } from '../lib/room-socket.js';
import { NOTHING, after, joined, recalled, withSale } from './room-state.js';

/**
 * The room as its host sees it, kept up to date by the socket, and what the host can do. HTTP calls carry the actions that
 * change the room, so that they work while the socket is away; what they answer is shown at once.
 */
export function useHostRoom(first) {
  const [state, dispatch] = useReducer(reduce, { ...NOTHING, room: first });
  const [connection, setConnection] = useState('connecting');
  const socket = useRef(null);

  useEffect(() => {
    const opened = new RoomSocket(first.id, {
      state: ({ state: name }) => setConnection(name),
      snapshot: (snapshot, { recovered }) => dispatch({ do: 'joined', snapshot, recovered }),
      kept: (events, { history }) => dispatch({ do: 'events', events, history }),
      event: (event) => dispatch({ do: 'events', events: [event] }),
    });
    socket.current = opened;
    opened.open();
    return () => opened.close();
  }, [first.id]);

  return {
    state,
    connection,
    clockOffset: socket.current?.offset ?? 0,
    request: (type, data, key) => socket.current.request(type, data, key),
    take: (sale) => dispatch({ do: 'sale', sale }),
    async call(path, key) {
      const room = await api('live', path, { method: 'POST', key });
      dispatch({ do: 'room', room });
    },
    async stage(productId, key) {
      dispatch({ do: 'stage', stage: await api('live', `/rooms/${first.id}/stage`, { method: 'PUT', body: { productId }, key }) });
    },
    async closeSale(id, key) {
      dispatch({ do: 'sale', sale: await api('live', `/sales/${id}/close`, { method: 'POST', key }) });
    },
  };
}

function reduce(state, action) {
  switch (action.do) {
    case 'joined': return joined(state, { snapshot: action.snapshot, recovered: action.recovered, events: [] });
    case 'events': return action.events.reduce(action.history ? recalled : after, state);
    case 'sale': return { ...state, sales: withSale(state.sales, action.sale) };
    case 'room': return { ...state, room: action.room };
    case 'stage': return { ...state, stage: action.stage };
    default: throw new Error(action.do);
  }
}
