/**
 * Splits the text of a server-sent event stream into events, however the network cut it: feed(chunk) answers the events that
 * are complete, [{event, data}].
 */
export function eventStream() {
  let rest = '';
  return function feed(chunk) {
    rest += chunk.replace(/\r\n?/g, '\n');
    const blocks = rest.split('\n\n');
    rest = blocks.pop();
    return blocks.map(parse).filter((event) => event.data !== '');
  };
}

function parse(block) {
  let event = 'message';
  const data = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return { event, data: data.join('\n') };
}
