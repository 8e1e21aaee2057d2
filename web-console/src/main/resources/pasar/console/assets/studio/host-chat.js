import { useAction } from '../lib/form.js';
import { clock } from '../lib/format.js';
import { h, useLayoutEffect, useRef, useState } from '../lib/h.js';
import { t } from '../lib/i18n.js';
import { Avatar, Button, Icon, confirmDialog, problemText, toast } from '../lib/ui.js';

const TEXT_MAX = 500;

/** The room's talk for the one who runs it: pin, delete, answer. It follows the newest line unless somebody reads back. */
export function HostChat({ host, room }) {
  const { lines, pinned } = host.state;
  const list = useRef(null);
  const [follows, setFollows] = useState(true);
  useLayoutEffect(() => {
    if (follows && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [lines, follows]);
  function scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = list.current;
    setFollows(scrollHeight - scrollTop - clientHeight < 48);
  }
  return h('section', { class: 'card host-chat', 'aria-labelledby': 'chat-title' },
    h('h2', { id: 'chat-title' }, t('studio.chat.title')),
    pinned && h(Pinned, { pinned, host }),
    h('div', { class: 'host-lines', ref: list, onScroll: scrolled, tabIndex: 0, role: 'log', 'aria-labelledby': 'chat-title', 'aria-live': 'off' },
      lines.length === 0 && h('p', { class: 'soft host-none' }, t(room.state === 'live' ? 'studio.chat.none' : 'studio.chat.notLive')),
      lines.map((line) => h(Line, { key: line.seq, line, host, pinned: pinned?.seq === line.seq }))),
    !follows && h(Button, { size: 'small', icon: 'arrowDown', class: 'host-newest', onClick: () => setFollows(true) }, t('studio.chat.newest')),
    room.state === 'live' && h(Say, { host }));
}

function Line({ line, host, pinned }) {
  const [remove, removing] = useAction(({ key }) => host.request('chat.delete', { seq: line.seq }, key));
  const [pin, pinning] = useAction(({ key }) => host.request('chat.pin', pinned ? {} : { seq: line.seq }, key));
  const tell = (problem) => toast(problemText(problem), { kind: 'problem' });
  async function ask() {
    const sure = await confirmDialog({ title: t('studio.chat.deleteTitle'), text: t('studio.chat.deleteText'), confirm: t('studio.chat.delete'), danger: true });
    if (sure) await remove().catch(tell);
  }
  return h('div', { class: 'host-line' },
    h(Avatar, { name: line.member.displayName, id: line.member.id, size: 'small' }),
    h('div', { class: 'host-line-body' },
      h('p', { class: 'host-line-by' },
        h('bdi', { class: `host-line-name is-${line.role}` }, line.member.displayName),
        line.role === 'host' && h('span', { class: 'badge' }, t('studio.chat.you')),
        h('time', { class: 'soft', dateTime: line.at }, clock(line.at))),
      h('p', { class: 'host-line-text' }, h('bdi', null, line.text))),
    h('div', { class: 'host-line-actions' },
      h('button', { type: 'button', class: 'icon-button', 'aria-pressed': pinned ? 'true' : 'false', 'aria-disabled': pinning ? 'true' : null,
        'aria-label': t('studio.chat.pinLabel', { name: line.member.displayName }), title: t('studio.chat.pin'), onClick: () => pin().catch(tell) }, h(Icon, { name: 'pin', size: 18, filled: pinned })),
      h('button', { type: 'button', class: 'icon-button', 'aria-disabled': removing ? 'true' : null,
        'aria-label': t('studio.chat.deleteLabel', { name: line.member.displayName }), title: t('studio.chat.delete'), onClick: ask }, h(Icon, { name: 'close', size: 18 }))));
}

function Pinned({ pinned, host }) {
  const [unpin, busy] = useAction(({ key }) => host.request('chat.pin', {}, key));
  return h('div', { class: 'host-pinned' },
    h(Icon, { name: 'pin', size: 18, label: t('studio.chat.pinned') }),
    h('p', null, h('bdi', { class: 'host-line-name' }, pinned.member.displayName), ' ', h('bdi', null, pinned.text)),
    h(Button, { size: 'small', kind: 'quiet', busy, onClick: () => unpin().catch((problem) => toast(problemText(problem), { kind: 'problem' })) }, t('studio.chat.unpin')));
}

function Say({ host }) {
  const [text, setText] = useState('');
  const [say, busy] = useAction(({ key }, said) => host.request('chat.send', { text: said }, key));
  async function send(event) {
    event.preventDefault();
    const said = text.trim();
    if (!said || busy) return;
    try {
      await say(said);
      setText((now) => (now.trim() === said ? '' : now));
    } catch (problem) {
      toast(problemText(problem), { kind: 'problem' });
    }
  }
  return h('form', { class: 'host-say', onSubmit: send },
    h('label', { class: 'unseen', for: 'host-say' }, t('studio.chat.say')),
    h('input', { id: 'host-say', class: 'input', dir: 'auto', maxLength: TEXT_MAX, autocomplete: 'off', enterkeyhint: 'send', placeholder: t('studio.chat.say'),
      value: text, onInput: (event) => setText(event.currentTarget.value) }),
    h('button', { type: 'submit', class: 'button primary', 'aria-disabled': busy || !text.trim() ? 'true' : null, 'aria-label': t('studio.chat.send') }, h(Icon, { name: 'send' })));
}
