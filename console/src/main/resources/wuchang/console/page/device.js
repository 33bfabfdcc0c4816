// One device: a day of it, its readings, its rules, and what was refused.
import { get } from './api.js';
import { drawChart } from './chart.js';
import * as clock from './clock.js';
import { h, icon } from './dom.js';
import { standing, state } from './state.js';
import { isFlag, metric, problem, say, t, value } from './words.js';
import { first } from './devices.js';

const DAY = 86_400_000;
const POINTS = 240;
const DISINFECTS = new Set(['disinfection-cabinet', 'dishwasher', 'uv-lamp']);
const PROOF = { effective: 'compliant', failed: 'breach', unproven: 'unproven' };

export function deviceSheet(id, head) {
  const device = state.devices.get(id);
  if (!device) {
    return [head(id), h('p', { cls: 'quiet', text: state.loaded ? t('not_found') : t('loading') })];
  }
  const names = [...new Set([...device.metrics, ...device.latest.map((r) => r.metric)])].filter((name) =>
    device.latest.some((r) => r.metric === name));
  const chart = h('div', { cls: 'chart' });
  const chips = h('div', { cls: 'chips', role: 'group' });
  const choose = (name) => {
    chips.querySelectorAll('button').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.metric === name)));
    load(device, name, chart);
  };
  chips.append(...names.map((name) => h('button', { type: 'button', cls: 'chip-button', 'data-metric': name, text: metric(name), onclick: () => choose(name) })));
  const refused = h('div', { cls: 'quiet', text: t('loading') });
  const start = first(device)?.metric;
  if (start) {
    setTimeout(() => choose(start));
  }
  loadRefused(device, refused);
  const cycle = DISINFECTS.has(device.kind) ? h('div') : null;
  if (cycle) {
    loadCycle(device, cycle);
  }
  return [
    head(say(device.name), h('span', { cls: `state ${device.state}` }, icon(device.state), h('span', { text: t(device.state) }))),
    h('p', { cls: 'quiet', text: `${say(device.kindName)} · ${device.id}` }),
    h('h3', { text: t('last24h') }),
    names.length > 1 ? chips : null,
    chart,
    h('h3', { text: t('readings') }),
    readings(device),
    cycle,
    h('h3', { text: t('rules') }),
    rules(device),
    h('details', {}, h('summary', { text: t('refused') }), refused),
  ];
}

function readings(device) {
  if (device.latest.length === 0) {
    return h('p', { cls: 'quiet', text: t('neverHeard') });
  }
  return h('dl', { cls: 'facts' }, device.latest.map((r) => [
    h('dt', { text: metric(r.metric) }),
    h('dd', {},
      h('strong', { text: value(r.metric, r.value, r.unit) }), ' ',
      r.quality === 'good' ? null : h('span', { cls: 'chip', text: t(r.quality) }), ' ',
      h('span', { cls: 'quiet ticking', 'data-ago': r.time, text: clock.ago(r.time) })),
  ]));
}

function rules(device) {
  if (device.rules.length === 0) {
    return h('p', { cls: 'quiet', text: t('noRules') });
  }
  return h('ul', { cls: 'rules' }, device.rules.map((rule) =>
    h('li', {},
      h('span', {}, say(rule.name), ' ', h('span', { cls: 'quiet', text: rule.id })),
      h('span', { cls: `state ${rule.state}` }, icon(rule.state), h('span', { text: t(rule.state) })),
      why(device, rule))));
}

/** Asks, when it is opened, why the rule stands as it does. */
function why(device, rule) {
  const answer = h('div', { cls: 'quiet', text: t('loading') });
  const details = h('details', { cls: 'why' }, h('summary', { text: t('why') }), answer);
  details.addEventListener('toggle', async () => {
    if (!details.open) {
      return;
    }
    try {
      const found = await get(`/api/v1/devices/${encodeURIComponent(device.id)}/why?rule=${encodeURIComponent(rule.id)}`);
      answer.replaceChildren(
        h('p', { text: say(found.text) }),
        h('ul', {}, found.readings.map((r) =>
          h('li', { text: `${metric(r.metric)} ${value(r.metric, r.value, r.unit)} · ${clock.moment(r.time)}` }))),
        h('p', { text: Object.entries(found.parameters).map(([name, text]) => `${name} ${text}`).join(' · ') }));
    } catch (failure) {
      answer.replaceChildren(h('p', { text: problem(failure) }));
    }
  });
  return details;
}

async function load(device, name, target) {
  const to = clock.now();
  const from = to - DAY;
  target.replaceChildren(h('p', { cls: 'quiet', text: t('loading') }));
  const query = new URLSearchParams({
    metric: name, from: new Date(from).toISOString(), to: new Date(to).toISOString(), points: POINTS });
  try {
    const page = await get(`/api/v1/devices/${encodeURIComponent(device.id)}/readings?${query}`);
    target.replaceChildren();
    if (page.items.length === 0) {
      target.append(h('p', { cls: 'quiet', text: t('noData') }));
      return;
    }
    const unit = device.latest.find((r) => r.metric === name)?.unit ?? '';
    // Silent for three intervals is a gap; a point already stands for DAY / POINTS.
    const gapSeconds = Math.max(3 * (device.interval ?? 900), (2.2 * DAY) / POINTS / 1000);
    drawChart(target, { points: page.items, metric: name, unit, from, to, gapSeconds, limit: limitOf(device, name, unit) });
    if (!isFlag(name)) {
      target.append(h('p', { cls: 'quiet caption', text: `${metric(name)} · ${t('meanOf')}` }));
    }
  } catch (failure) {
    target.replaceChildren(h('p', { cls: 'message', text: problem(failure) }));
  }
}

function limitOf(device, name, unit) {
  const alert = standing().find((a) => a.device === device.id && a.evidence.limit?.unit === unit);
  return alert && name === device.metrics[0] ? alert.evidence.limit.value : undefined;
}

async function loadCycle(device, target) {
  try {
    const { lastCycle } = await get(`/api/v1/devices/${encodeURIComponent(device.id)}`);
    target.replaceChildren(h('h3', { text: t('lastCycle') }), lastCycle ? cycleFacts(lastCycle) : h('p', { cls: 'quiet', text: t('noCycle') }));
  } catch (failure) {
    target.replaceChildren(h('p', { cls: 'message', text: problem(failure) }));
  }
}

function cycleFacts(cycle) {
  const proof = PROOF[cycle.verdict];
  return h('dl', { cls: 'facts' },
    h('dt', { text: `${clock.moment(cycle.start)} – ${clock.moment(cycle.end)}` }),
    h('dd', {},
      h('span', { cls: `state ${proof}` }, icon(proof), h('span', { text: say(cycle.verdictText) })),
      cycle.reason === 'none' ? null : h('span', { text: ` ${say(cycle.reasonText)}` })),
    cycle.maximum === null ? null : [h('dt', { text: t('cycleMaximum') }), h('dd', { text: value('temperature', cycle.maximum, '°C') })],
    h('dt', { text: t('cycleHeld') }),
    h('dd', { text: `${clock.duration(cycle.held * 1000)} / ${clock.duration(cycle.needed * 1000)}` }));
}

async function loadRefused(device, target) {
  try {
    const page = await get(`/api/v1/devices/${encodeURIComponent(device.id)}/rejected?limit=10`);
    target.replaceChildren(page.items.length === 0
      ? h('p', { text: t('noRefused') })
      : h('ul', { cls: 'refused' }, page.items.map((item) =>
          h('li', {},
            h('p', {}, h('strong', { text: item.reason }), ' ', clock.moment(item.time), ' · ', item.topic),
            h('p', { text: item.detail }),
            h('pre', { text: item.payload.slice(0, 400) })))));
  } catch (failure) {
    target.replaceChildren(h('p', { text: problem(failure) }));
  }
}
