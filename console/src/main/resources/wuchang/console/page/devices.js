// The devices by area: what can be said of each, what it last read, and how long ago.
import * as clock from './clock.js';
import { h, icon, keep } from './dom.js';
import { counts, state } from './state.js';
import { isFlag, metric, say, t, value } from './words.js';

const list = document.getElementById('device-list');
const countLine = document.getElementById('device-counts');
const STATES = ['breach', 'unproven', 'compliant'];

export function drawDevices() {
  const lang = document.documentElement.lang;
  keep(countLine, STATES.map((name) => ({ name, n: counts()[name], lang })), (item) => item.name, count);
  const areas = (state.site?.areas ?? [])
    .map((area) => ({ area, devices: [...state.devices.values()].filter((d) => d.area === area.id) }))
    .filter((group) => group.devices.length > 0);
  keep(list, groups(areas, lang), (item) => item.id, section);
  areas.forEach(({ area, devices }) => {
    const grid = list.querySelector(`[data-area="${CSS.escape(area.id)}"]`);
    keep(grid, devices.map((device) => ({ device, lang })), (item) => item.device.id, tile);
  });
}

const groups = (areas, lang) =>
  areas.length > 0
    ? areas.map(({ area }) => ({ id: area.id, name: area.name, lang }))
    : [{ id: 'none', nothing: state.loaded ? t('nothingDevices') : t('loading') }];

function count({ name, n }) {
  return h('span', { cls: `count ${name} ${n === 0 ? 'zero' : ''}` }, icon(name), h('span', { text: `${t(name)} ${n}` }));
}

function section(item) {
  return item.nothing
    ? h('p', { cls: 'quiet', text: item.nothing })
    : h('section', { cls: 'area' }, h('h3', { text: say(item.name) }), h('div', { cls: 'tiles', 'data-area': item.id }));
}

function tile({ device }) {
  const main = first(device);
  const others = device.latest.filter((r) => r !== main && device.metrics.includes(r.metric));
  return h('a', { cls: `tile ${device.state}`, href: `#device/${encodeURIComponent(device.id)}`, 'data-focus': `device-${device.id}` },
    h('span', { cls: 'tile-top' },
      h('span', { cls: 'tile-name', text: say(device.name) }),
      h('span', { cls: `state ${device.state}` }, icon(device.state), h('span', { text: t(device.state) }))),
    main
      ? h('span', { cls: `reading ${main.quality}` },
          isFlag(main.metric) && main.metric !== 'online' ? h('span', { cls: 'quiet', text: metric(main.metric) }) : null,
          h('span', { cls: 'number', text: value(main.metric, main.value, main.unit) }),
          main.quality === 'good' ? null : h('span', { cls: 'chip', text: t(main.quality) }))
      : h('span', { cls: 'reading none', text: t('neverHeard') }),
    h('span', { cls: 'tile-foot' },
      h('span', { cls: 'others', text: others.map((r) => `${metric(r.metric)} ${value(r.metric, r.value, r.unit)}`).join(' · ') }),
      main ? h('span', { cls: 'quiet ticking', 'data-ago': newest(device), text: clock.ago(newest(device)) }) : null));
}

/** The reading its kind is most about. */
export function first(device) {
  return device.metrics.map((name) => device.latest.find((r) => r.metric === name)).find(Boolean) ?? device.latest[0];
}

const newest = (device) => device.latest.map((r) => r.time).reduce((a, b) => (a > b ? a : b));
