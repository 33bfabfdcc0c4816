// The alerts: what is wrong, where, since when, what to do, and who is on it.
import * as clock from './clock.js';
import { h, icon, keep } from './dom.js';
import { areaName, counts, deviceName, isMine, isOfferedToMe, isStanding, may, personName, standing, state } from './state.js';
import { fact, say, t } from './words.js';

const list = document.getElementById('alert-list');
const summary = document.getElementById('summary');
const waiting = document.getElementById('waiting');
const waitingList = document.getElementById('waiting-list');
const suppressed = document.getElementById('suppressed');
const suppressedList = document.getElementById('suppressed-list');
const recentList = document.getElementById('recent-list');
const DAY = 86_400_000;
const MOST_WAITING = 20;

export function drawAlerts() {
  const open = standing();
  drawSummary(open);
  keep(list, open.map(shown), (item) => item.alert.id, card);
  const over = [...state.alerts.values()].filter((alert) => !isStanding(alert));
  const toClose = over.filter((alert) => alert.state === 'resolved').sort(byEnd);
  waiting.hidden = toClose.length === 0;
  const rest = toClose.length - MOST_WAITING;
  keep(
    waitingList,
    [...toClose.slice(0, MOST_WAITING).map(shown), ...(rest > 0 ? [{ nothing: t('andMore', { n: rest }) }] : [])],
    (item) => item.alert?.id ?? 'nothing',
    (item) => (item.alert ? row(item) : h('p', { cls: 'quiet', text: item.nothing })),
  );
  drawSuppressed(over.filter((alert) => alert.state === 'suppressed'));
  drawRecent(over.filter((alert) => alert.state !== 'resolved' && alert.state !== 'suppressed'));
}

// What a card shows beyond the alert itself: when it changes, the card is drawn again.
const shown = (alert) => ({
  alert,
  device: deviceName(alert.device, say),
  area: areaName(alert.area, say),
  lang: document.documentElement.lang,
});

function drawSuppressed(hidden) {
  suppressed.hidden = hidden.length === 0;
  keep(suppressedList, hidden.slice(0, MOST_WAITING).map(shown), (item) => item.alert.id, row);
}

const end = (alert) => alert.closedAt ?? alert.resolvedAt ?? alert.raisedAt;
const byEnd = (a, b) => end(b).localeCompare(end(a));

function drawRecent(over) {
  const recent = over.filter((alert) => clock.now() - Date.parse(end(alert)) < DAY).sort(byEnd).slice(0, 50);
  keep(
    recentList,
    recent.length > 0 ? recent.map(shown) : [{ nothing: t('nothingRecent') }],
    (item) => item.alert?.id ?? 'nothing',
    (item) => (item.alert ? row(item) : h('p', { cls: 'quiet', text: item.nothing })),
  );
}

function drawSummary(open) {
  const taken = open.filter((alert) => alert.state === 'acknowledged').length;
  const device = counts();
  const item = { open: open.length - taken, taken, device, loaded: state.loaded, judged: state.judged, total: state.devices.size, lang: document.documentElement.lang };
  keep(summary, [item], () => 'summary', summaryCard);
}

function summaryCard(item) {
  if (!item.loaded) {
    return h('p', { cls: 'quiet pad', text: t('loading') });
  }
  if (item.open + item.taken > 0) {
    return h('p', { cls: 'summary' },
      item.open > 0 ? h('strong', { text: t('openCount', { n: item.open }) }) : null,
      item.taken > 0 ? h('span', { text: t('takenCount', { n: item.taken }) }) : null);
  }
  return calm(item);
}

// No alert is good news only as far as the devices prove it.
function calm({ device, total, judged }) {
  const proven = judged && total > 0 && device.compliant === total;
  const lines = [];
  if (!judged) {
    lines.push(t('notJudged'));
  } else if (proven) {
    lines.push(t('calmProven', { n: total }));
  } else {
    if (device.unproven > 0 || total === 0) {
      lines.push(t('calmUnproven', { n: device.unproven }));
    }
    if (device.breach > 0) {
      lines.push(t('calmBreach', { n: device.breach }));
    }
  }
  return h('div', { cls: `calm ${proven ? 'compliant' : 'unproven'}` },
    icon(proven ? 'compliant' : 'unproven'),
    h('div', {}, h('p', { cls: 'calm-head', text: t('calm') }), lines.map((line) => h('p', { text: line }))));
}

export function badge(severity) {
  return h('span', { cls: `badge ${severity}` }, icon(severity), h('span', { text: t(severity) }));
}

function card(item) {
  const { alert } = item;
  const titleId = `title-${alert.id}`;
  return h('article', { cls: `card ${alert.severity} ${alert.state}`, 'aria-labelledby': titleId },
    h('div', { cls: 'card-top' },
      badge(alert.severity),
      h('span', { cls: 'lasted' }, h('span', { cls: 'quiet', text: t('lasted') }), ' ', since(alert))),
    h('h3', { id: titleId, text: say(alert.title) }),
    h('p', { cls: 'where' }, h('strong', { text: item.device }), h('span', { text: item.area })),
    measured(alert),
    alert.children.length > 0 ? h('p', { cls: 'quiet', text: t('effects', { n: alert.children.length }) }) : null,
    h('div', { cls: 'todo' }, h('p', { cls: 'quiet', text: t('todo') }), h('p', { text: say(alert.action) })),
    ownership(alert),
    buttons(alert));
}

const since = (alert) =>
  h('time', { cls: 'ticking', datetime: alert.since, 'data-since': alert.since, text: clock.duration(clock.now() - Date.parse(alert.since)) });

// The number and its limit when there are any; else the whole sentence.
function measured(alert) {
  const { value, limit } = alert.evidence;
  const start = t('sinceAt', { t: clock.moment(alert.since) });
  if (value === undefined) {
    return h('p', { cls: 'sentence', text: say(alert.text) });
  }
  return h('p', { cls: 'measured' },
    h('span', { cls: 'value', text: fact(value) }),
    limit === undefined ? null : h('span', { cls: 'limit', text: t('limit', { v: fact(limit) }) }),
    h('span', { cls: 'quiet', text: start }));
}

export function ownership(alert) {
  if (!alert.owner) {
    return h('p', { cls: 'owner none' },
      h('span', { text: t('nobody') }),
      alert.level > 1 ? h('span', { text: t('level', { n: alert.level }) }) : null);
  }
  const who = isMine(alert) ? t('you') : personName(alert.owner);
  return h('p', { cls: 'owner' },
    h('strong', { text: t('ownedBy', { who }) }),
    alert.offeredTo ? h('span', { text: t('offeredTo', { who: isOfferedToMe(alert) ? t('you') : personName(alert.offeredTo) }) }) : null,
    alert.promisedAt ? h('span', { text: t('promised', { t: clock.moment(alert.promisedAt) }) }) : null,
    alert.promisedAt ? h('span', { cls: 'ticking', 'data-until': alert.promisedAt }) : null);
}

function buttons(alert) {
  const takes = alert.state === 'open' && may('act');
  return h('div', { cls: 'buttons' },
    takes ? h('a', { cls: 'button primary big', href: `#take/${encodeURIComponent(alert.id)}`, 'data-focus': `take-${alert.id}`, text: t('take') }) : null,
    h('a', { cls: 'button big', href: `#alert/${encodeURIComponent(alert.id)}`, 'data-focus': `alert-${alert.id}`, text: t('details') }));
}

function row(item) {
  const { alert } = item;
  const over = alert.state === 'suppressed' ? clock.now() : Date.parse(alert.resolvedAt ?? end(alert));
  const lasted = clock.duration(over - Date.parse(alert.since));
  return h('a', { cls: 'row', href: `#alert/${encodeURIComponent(alert.id)}`, 'data-focus': `alert-${alert.id}` },
    h('span', { cls: `dot ${alert.severity}` }, icon(alert.severity), h('span', { cls: 'unseen', text: t(alert.severity) })),
    h('span', { cls: 'row-main' },
      h('strong', { text: `${say(alert.title)} · ${item.device}` }),
      h('span', { cls: 'quiet', text: `${clock.moment(alert.since)} · ${t('lastedAll', { d: lasted })}` })),
    h('span', { cls: 'chip', text: t(alert.state) }));
}

/** Durations go on by themselves, each second. */
export function tick() {
  const now = clock.now();
  document.querySelectorAll('[data-since]').forEach((element) => {
    set(element, clock.duration(now - Date.parse(element.dataset.since)));
  });
  document.querySelectorAll('[data-until]').forEach((element) => {
    const left = Date.parse(element.dataset.until) - now;
    element.classList.toggle('overdue', left < 0);
    set(element, t(left < 0 ? 'overdue' : 'left', { d: clock.duration(Math.abs(left)) }));
  });
  document.querySelectorAll('[data-ago]').forEach((element) => {
    set(element, clock.ago(element.dataset.ago));
  });
}

function set(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
