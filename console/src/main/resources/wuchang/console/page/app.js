// Puts the page together: reads everything, follows the stream, draws, and opens sheets by address.
import { get, list, me } from './api.js';
import { alertSheet, takeSheet } from './acts.js';
import { drawAlerts, tick } from './alerts.js';
import * as clock from './clock.js';
import { deviceSheet } from './device.js';
import { drawDevices } from './devices.js';
import { h, keep } from './dom.js';
import { language, other, setLanguage } from '/open/lang.js';
import { moreSheet, passwordSheet } from './more.js';
import { recordSheet, recordsSheet } from './records.js';
import { areaName, changed, deviceName, onChange, standing, state } from './state.js';
import { silencesSheet } from './silences.js';
import { follow } from './stream.js';
import { problem, say, t } from './words.js';

const $ = (id) => document.getElementById(id);
const DAY = 86_400_000;
const WEEK = 7 * DAY;
const MOST_KNOWN = 3000;

const before = (ms) => new Date(clock.now() - ms).toISOString();

/** Everything anew: after a connection, nobody knows what was missed. */
async function readAll() {
  const [site, open, resolved, over, devices] = await Promise.all([
    get('/api/v1/site'),
    list('/api/v1/alerts?state=open,acknowledged,suppressed&limit=500'),
    get(`/api/v1/alerts?state=resolved&from=${before(WEEK)}&limit=100`),
    get(`/api/v1/alerts?state=closed,false_alarm,withdrawn&from=${before(2 * DAY)}&limit=100`),
    // Alerts are worth showing even while nobody can say how the devices stand.
    get('/api/v1/devices').catch((failure) => (failure.status === 503 ? null : Promise.reject(failure))),
  ]);
  clock.hear(site.now);
  clock.setZone(site.timezone);
  const alerts = [...open, ...resolved.items, ...over.items];
  Object.assign(state, {
    site,
    alerts: new Map(alerts.map((alert) => [alert.id, alert])),
    devices: devices ? new Map(devices.items.map((device) => [device.id, device])) : state.devices,
    judged: devices !== null,
    loaded: true,
    lostSince: null,
  });
  changed();
  openSheet();
  if (!devices) {
    setTimeout(readAgain, 5000);
  }
}

function readAgain() {
  readAll().catch(() => setTimeout(readAgain, 5000));
}

function onEvent(name, item) {
  if (name === 'alert') {
    announce(item);
    state.alerts.set(item.id, item);
    if (state.alerts.size > MOST_KNOWN) {
      readAgain();
    }
    if (opened.endsWith(`/${encodeURIComponent(item.id)}`) && !isWriting()) {
      openSheet(true);
    }
  } else if (name === 'device') {
    state.devices.set(item.id, item);
  } else {
    const device = state.devices.get(item.device);
    if (device) {
      const others = device.latest.filter((reading) => reading.metric !== item.metric);
      const latest = [...others, item].sort((a, b) => a.metric.localeCompare(b.metric));
      state.devices.set(device.id, { ...device, latest });
    }
  }
  changed();
}

// A sheet in which somebody is writing is left as it is.
const isWriting = () =>
  [...sheet.querySelectorAll('textarea, input')].some((field) => field.value !== field.defaultValue && field.type !== 'hidden');

function announce(alert) {
  if (alert.state === 'open' && !state.alerts.has(alert.id)) {
    $('announce').textContent = `${t(alert.severity)}: ${say(alert.title)}, ${deviceName(alert.device, say)}, ${areaName(alert.area, say)}`;
  }
}

function draw() {
  document.querySelectorAll('[data-t]').forEach((element) => (element.textContent = t(element.dataset.t)));
  document.querySelectorAll('[data-label]').forEach((element) => element.setAttribute('aria-label', t(element.dataset.label)));
  const open = standing().length;
  const name = state.site ? say(state.site.name) : '';
  $('site').textContent = name;
  document.title = `${open > 0 ? `(${open}) ` : ''}${name || '五常'}`;
  $('lang').textContent = language() === 'zh' ? 'EN' : '中文';
  $('lang').lang = other() === 'zh' ? 'zh-CN' : 'en';
  $('lang').setAttribute('aria-label', language() === 'zh' ? 'English' : '中文');
  drawConnection();
  drawTabs(open);
  drawAlerts();
  drawDevices();
  tick();
}

function drawConnection() {
  const lost = state.lostSince !== null;
  $('live').textContent = t(lost ? 'liveOff' : 'liveOn');
  $('live').classList.toggle('lost', lost);
  document.body.classList.toggle('lost', lost);
  $('live').hidden = !state.loaded && !lost;
  const banner = $('banner');
  banner.hidden = !lost;
  const text = lost ? t('lost', { time: clock.hourMinute(state.lostSince) }) : '';
  if (banner.textContent !== text) {
    banner.textContent = text;
  }
}

const TABS = [['alerts', 'alerts'], ['devices', 'devices'], ['recent', 'recentTab']];

function drawTabs(open) {
  const view = document.body.dataset.view;
  keep($('tabs'), TABS.map(([id, word]) => ({ id, text: t(word), on: id === view, n: id === 'alerts' ? open : 0 })), (tab) => tab.id, (tab) =>
    h('button', { type: 'button', 'data-focus': `tab-${tab.id}`, 'aria-current': tab.on ? 'page' : null, onclick: () => show(tab.id) },
      h('span', { text: tab.text }), tab.n > 0 ? h('span', { cls: 'bubble', text: tab.n }) : null));
}

function show(view) {
  document.body.dataset.view = view;
  scrollTo(0, 0);
  changed();
}

// Sheets stand in the address, so that «back» closes them and a link opens one.
const sheet = $('sheet');
let opened = '';

function head(title, ...more) {
  return h('header', { cls: 'sheet-head' },
    h('div', {}, h('h2', { id: 'sheet-title', tabindex: -1, autofocus: true, text: title }), more),
    h('button', { type: 'button', cls: 'ghost', text: t('back'), onclick: closeSheet }));
}

function sheetOf(kind, id) {
  const alert = state.alerts.get(id);
  switch (kind) {
    case 'take': return alert && takeSheet(alert, head, closeSheet);
    case 'alert': return alert ? alertSheet(alert, head, () => openSheet(true)) : foreign(id);
    case 'device': return deviceSheet(id, head);
    case 'more': return moreSheet(head);
    case 'silences': return silencesSheet(head);
    case 'records': return recordsSheet(head);
    case 'record': return recordSheet(id, head);
    case 'password': return passwordSheet(head);
    default: return undefined;
  }
}

// A link may name an alert that is older than what the page has read.
function foreign(id) {
  get(`/api/v1/alerts/${encodeURIComponent(id)}`).then((alert) => {
    state.alerts.set(alert.id, alert);
    openSheet(true);
  }, (failure) => sheet.append(h('p', { cls: 'message', text: problem(failure) })));
  return [head(id)];
}

function openSheet(again = false) {
  const [kind, id] = location.hash.slice(1).split('/', 2);
  const wanted = location.hash;
  if (!state.loaded || (wanted === opened && !again)) {
    return;
  }
  const content = sheetOf(kind, decodeURIComponent(id ?? ''));
  opened = content ? wanted : '';
  if (content) {
    sheet.replaceChildren(h('div', { cls: 'sheet-body' }, content));
    sheet.className = kind;
    if (!sheet.open) {
      sheet.showModal();
    }
    sheet.scrollTop = 0;
    $('sheet-title').focus();
    tick();
  } else if (sheet.open) {
    sheet.close();
  }
}

function closeSheet() {
  if (location.hash) {
    history.replaceState(null, '', '/');
  }
  opened = '';
  sheet.close();
}

sheet.addEventListener('cancel', (event) => {
  event.preventDefault();
  closeSheet();
});
sheet.addEventListener('click', (event) => {
  if (event.target === sheet) {
    closeSheet();
  }
});
addEventListener('hashchange', () => openSheet());

$('lang').addEventListener('click', () => {
  setLanguage(other());
  changed();
});
$('open-more').addEventListener('click', () => (location.hash = '#more'));

async function start() {
  const linked = /^\/alerts\/([^/]+)$/.exec(location.pathname);
  if (linked) {
    history.replaceState(null, '', `/#alert/${linked[1]}`);
  }
  onChange(draw);
  changed();
  try {
    state.me = await me();
  } catch (failure) {
    setTimeout(start, 3000);
    return;
  }
  document.body.dataset.role = state.me.role;
  follow({
    onHello: readAll,
    onEvent,
    onLost: (at) => {
      state.lostSince ??= at;
      changed();
      // Signed out meanwhile? Then this leads to the login page.
      me().catch(() => {});
    },
  });
  setInterval(() => {
    tick();
    $('time').textContent = clock.hourMinute(clock.now());
  }, 1000);
  // A hint where the password is set; the alerts come first.
  $('open-more').classList.toggle('hint', state.me.oneTimePassword);
}

start();
