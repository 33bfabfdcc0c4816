// What somebody does about an alert: the sheets for taking it on, its details, and its end.
import { get, post } from './api.js';
import { badge, ownership } from './alerts.js';
import * as clock from './clock.js';
import { h } from './dom.js';
import { repairForm } from './repair.js';
import { silenceForm } from './silences.js';
import { areaName, changed, deviceName, isMine, isOfferedToMe, isStanding, may, personName, state } from './state.js';
import { fact, factName, problem, say, t } from './words.js';

const PROMISES = [15, 30, 60];
const LONGER = [30, 60, 120];
const CAUSES = ['equipment', 'procedure', 'behaviour', 'environment', 'false_alarm'];
const path = (alert, what) => `/api/v1/alerts/${encodeURIComponent(alert.id)}/${what}`;

/** Sends once, shows what came of it, and says in words why it could not be. */
async function act(form, alert, what, body, done) {
  const buttons = form.querySelectorAll('button');
  const says = form.querySelector('.message');
  buttons.forEach((button) => (button.disabled = true));
  says.hidden = true;
  try {
    const after = await post(path(alert, what), body);
    state.alerts.set(after.id, after);
    changed();
    done();
  } catch (failure) {
    says.textContent = problem(failure);
    says.hidden = false;
    if (failure.status === 409) {
      get(`/api/v1/alerts/${encodeURIComponent(alert.id)}`).then((now) => {
        state.alerts.set(now.id, now);
        changed();
      }, () => {});
    }
  } finally {
    buttons.forEach((button) => (button.disabled = false));
  }
}

const message = () => h('p', { cls: 'message', role: 'alert', hidden: true });
const where = (alert) => `${deviceName(alert.device, say)} · ${areaName(alert.area, say)}`;

/** Two taps with a wet thumb: take it, and how long it will be. */
export function takeSheet(alert, head, done) {
  const form = h('form', { onsubmit: (event) => event.preventDefault() });
  const note = h('input', { name: 'note', maxlength: 500, autocomplete: 'off' });
  form.append(
    h('p', { cls: 'take-what' }, badge(alert.severity), h('strong', { text: say(alert.title) }), h('span', { text: where(alert) })),
    h('p', { cls: 'todo-line', text: say(alert.action) }),
    h('div', { cls: 'promises' }, PROMISES.map((minutes) =>
      h('button', {
        type: 'button', cls: 'primary huge',
        onclick: () => act(form, alert, 'acknowledge', { promiseMinutes: minutes, note: note.value }, done),
      }, h('span', { cls: 'huge-number', text: minutes }), h('span', { text: t('minutes') })))),
    message(),
    h('label', {}, h('span', { text: t('noteOptional') }), note));
  return [head(t('takeWhen')), form];
}

export function alertSheet(alert, head, done) {
  const history = h('ol', { cls: 'history' });
  loadHistory(alert, history);
  const mayEnd = may('override') || (may('close') && isMine(alert));
  const ended = alert.state === 'closed' || alert.state === 'false_alarm' || alert.state === 'withdrawn';
  return [
    head(say(alert.title), badge(alert.severity)),
    h('p', { cls: 'where' }, h('strong', { text: where(alert) }), h('span', { cls: 'chip', text: t(alert.state) })),
    h('p', { cls: 'sentence', text: say(alert.text) }),
    h('p', { cls: 'quiet' },
      t('sinceAt', { t: clock.moment(alert.since) }), ' · ',
      isStanding(alert)
        ? h('time', { cls: 'ticking', 'data-since': alert.since, text: clock.duration(clock.now() - Date.parse(alert.since)) })
        : t('lastedAll', { d: clock.duration(Date.parse(alert.resolvedAt ?? alert.closedAt ?? alert.raisedAt) - Date.parse(alert.since)) }),
      alert.live ? null : ` · ${t('fromHistory')}`),
    h('div', { cls: 'todo' }, h('p', { cls: 'quiet', text: t('todo') }), h('p', { text: say(alert.action) })),
    ended ? null : ownership(alert),
    alert.state === 'open' && may('act')
      ? h('div', { cls: 'buttons' }, h('a', { cls: 'button primary big', href: `#take/${encodeURIComponent(alert.id)}`, text: t('take') }))
      : null,
    isOfferedToMe(alert) ? offerForm(alert, done) : null,
    related(alert),
    !ended && alert.owner && (isMine(alert) || may('override')) ? promiseForm(alert, done) : null,
    !ended && alert.owner && (isMine(alert) || may('override')) ? handOverForm(alert, done) : null,
    !ended && may('act') ? repairForm(alert, done) : null,
    !ended && may('act') ? silenceForm(alert, done) : null,
    !ended && may('act') ? commentForm(alert, done) : null,
    !ended && mayEnd ? closeForm(alert, done) : null,
    !ended && mayEnd ? falseForm(alert, done) : null,
    h('h3', { text: t('evidence') }),
    evidence(alert),
    h('h3', { text: t('history') }),
    history,
  ];
}

/** What it is an effect of, or what its effects are. */
function related(alert) {
  const link = (id) => {
    const other = state.alerts.get(id);
    const text = other ? `${say(other.title)} · ${deviceName(other.device, say)}` : id;
    return h('li', {}, h('a', { href: `#alert/${encodeURIComponent(id)}`, text }));
  };
  return [
    alert.parent ? h('div', {}, h('h3', { text: t('effectOf') }), h('ul', { cls: 'related' }, link(alert.parent))) : null,
    alert.children.length > 0
      ? h('div', {}, h('h3', { text: t('effects', { n: alert.children.length }) }), h('ul', { cls: 'related' }, alert.children.map(link)))
      : null,
  ];
}

function offerForm(alert, done) {
  const form = h('form', { onsubmit: (event) => event.preventDefault() },
    h('p', { cls: 'offer', text: t('offeredToYou', { who: personName(alert.owner) }) }),
    message(),
    h('div', { cls: 'buttons' },
      h('button', { type: 'button', cls: 'primary big', text: t('accept'), onclick: () => act(form, alert, 'accept', {}, done) }),
      h('button', { type: 'button', cls: 'big', text: t('decline'), onclick: () => act(form, alert, 'decline', {}, done) })));
  return form;
}

/** It takes longer than was promised: until when, and why. */
function promiseForm(alert, done) {
  const form = h('form', {
    cls: 'inline',
    onsubmit: (event) => {
      event.preventDefault();
      act(form, alert, 'promise', { promiseMinutes: Number(event.submitter.value), note: form.elements.note.value }, done);
    },
  },
  h('label', {}, h('span', { text: t('whyLonger') }), h('input', { name: 'note', maxlength: 500, required: true, autocomplete: 'off' })),
  message(),
  h('div', { cls: 'buttons' }, LONGER.map((minutes) => h('button', { type: 'submit', value: minutes, text: `${minutes} ${t('minutes')}` }))));
  return h('details', {}, h('summary', { text: t('promiseAnew') }), form);
}

function handOverForm(alert, done) {
  const others = Object.entries(state.site.people).filter(([id]) => id !== alert.owner);
  if (others.length === 0) {
    return null;
  }
  const form = h('form', {
    cls: 'inline',
    onsubmit: (event) => {
      event.preventDefault();
      act(form, alert, 'hand-over', { to: form.elements.to.value, note: form.elements.note.value }, done);
    },
  },
  h('label', {}, h('span', { text: t('handOverTo') }), h('select', { name: 'to', required: true }, others.map(([id, name]) => h('option', { value: id, text: name })))),
  h('label', {}, h('span', { text: t('noteOptional') }), h('input', { name: 'note', maxlength: 500, autocomplete: 'off' })),
  h('p', { cls: 'quiet', text: t('untilAccepted') }),
  message(),
  h('button', { type: 'submit', text: t('handOver') }));
  return h('details', {}, h('summary', { text: t('handOver') }), form);
}

function evidence(alert) {
  const facts = Object.entries(alert.evidence);
  return h('dl', { cls: 'facts' },
    h('dt', { text: t('rule') }), h('dd', { text: alert.rule }),
    facts.map(([name, item]) => [h('dt', { text: factName(name) }), h('dd', { text: typeof item === 'string' && /^\d{4}-.*Z$/.test(item) ? clock.moment(item) : fact(item) })]));
}

function commentForm(alert, done) {
  const form = h('form', {
    cls: 'inline',
    onsubmit: (event) => {
      event.preventDefault();
      act(form, alert, 'comment', { note: form.elements.note.value }, done);
    },
  },
  h('label', {}, h('span', { text: t('comment') }), h('textarea', { name: 'note', rows: 2, maxlength: 2000, required: true })),
  message(),
  h('button', { type: 'submit', text: t('send') }));
  return h('details', {}, h('summary', { text: t('comment') }), form);
}

function closeForm(alert, done) {
  const causes = h('select', { name: 'cause', required: true }, CAUSES.map((cause) => h('option', { value: cause, text: t(cause) })));
  const form = h('form', {
    cls: 'inline',
    onsubmit: (event) => {
      event.preventDefault();
      const { cause, action, remeasured, override } = form.elements;
      const again = remeasured.value.trim().replace(',', '.');
      act(form, alert, 'close', {
        cause: cause.value,
        action: action.value,
        ...(again === '' ? {} : { remeasured: Number(again) }),
        ...(override?.value ? { override: override.value } : {}),
      }, done);
    },
  },
  h('label', {}, h('span', { text: t('cause') }), causes),
  h('label', {}, h('span', { text: t('done') }), h('textarea', { name: 'action', rows: 2, maxlength: 2000, required: true })),
  h('label', {}, h('span', { text: t('remeasured') }), h('input', { name: 'remeasured', inputmode: 'decimal', pattern: '-?[0-9]+([.,][0-9]+)?', autocomplete: 'off' })),
  isStanding(alert) && may('override') ? h('label', {}, h('span', { text: t('override') }), h('input', { name: 'override', maxlength: 500, autocomplete: 'off' })) : null,
  message(),
  h('button', { type: 'submit', cls: 'primary', text: t('close') }));
  return h('details', { open: alert.state === 'resolved' }, h('summary', { text: t('close') }), form);
}

function falseForm(alert, done) {
  const form = h('form', {
    cls: 'inline',
    onsubmit: (event) => {
      event.preventDefault();
      act(form, alert, 'false-alarm', { note: form.elements.note.value }, done);
    },
  },
  h('label', {}, h('span', { text: t('whyFalse') }), h('textarea', { name: 'note', rows: 2, maxlength: 2000, required: true })),
  message(),
  h('button', { type: 'submit', text: t('falseAlarm') }));
  return h('details', {}, h('summary', { text: t('falseAlarm') }), form);
}

async function loadHistory(alert, target) {
  try {
    const page = await get(path(alert, 'history'));
    target.replaceChildren(...page.items.map((item) =>
      h('li', {},
        h('span', { cls: 'quiet', text: clock.moment(item.time) }),
        h('span', {},
          h('strong', { text: t(item.step === 'overdue' ? 'overdueStep' : item.step) }), ' ',
          item.step === 'notification'
            ? `${item.channel} · ${t(item.outcome === 'failed' ? 'outcomeFailed' : item.outcome)}`
            : item.by === 'system' ? t('systemActor') : personName(item.by),
          item.why ? h('span', { cls: 'why', text: item.why }) : null))));
  } catch (failure) {
    target.replaceChildren(h('li', { text: problem(failure) }));
  }
}
