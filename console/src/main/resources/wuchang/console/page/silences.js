// Not being told for a while: from an alert with two taps, and the list of what is silent now.
import { get, post, remove } from './api.js';
import * as clock from './clock.js';
import { h } from './dom.js';
import { areaName, deviceName, may, personName, state } from './state.js';
import { problem, say, t } from './words.js';

const LENGTHS = [30, 60, 120];
const message = () => h('p', { cls: 'message', role: 'alert', hidden: true });

async function send(form, work, done) {
  const says = form.querySelector('.message');
  const buttons = form.querySelectorAll('button');
  buttons.forEach((button) => (button.disabled = true));
  says.hidden = true;
  try {
    await work();
    done();
  } catch (failure) {
    says.textContent = problem(failure);
    says.hidden = false;
  } finally {
    buttons.forEach((button) => (button.disabled = false));
  }
}

const after = (minutes) => new Date(clock.now() + minutes * 60_000).toISOString();

/** Silences one rule on one device: for who knows what is going on there. */
export function silenceForm(alert, done) {
  const form = h('form', { cls: 'inline', onsubmit: (event) => event.preventDefault() });
  const reason = h('input', { name: 'reason', maxlength: 500, required: true, autocomplete: 'off' });
  const begin = (minutes) => form.reportValidity() && send(form, () => post('/api/v1/silences', {
    scope: { device: alert.device, rule: alert.rule }, reason: reason.value, until: after(minutes),
  }), done);
  form.append(
    h('label', {}, h('span', { text: t('silenceWhy') }), reason),
    h('p', { cls: 'quiet', text: t('silenceNote') }),
    message(),
    h('div', { cls: 'promises' }, LENGTHS.map((minutes) =>
      h('button', { type: 'button', onclick: () => begin(minutes), text: `${minutes} ${t('minutes')}` }))));
  return h('details', {}, h('summary', { text: t('silence') }), form);
}

export function silencesSheet(head) {
  const target = h('div', {}, t('loading'));
  const again = () => list(target, again);
  again();
  return [head(t('silences')), target, may('act') ? newForm(again) : null];
}

async function list(target, again) {
  try {
    const page = await get('/api/v1/silences');
    const now = page.items.filter((silence) => silence.state !== 'over');
    target.replaceChildren(now.length === 0
      ? h('p', { cls: 'quiet', text: t('noSilences') })
      : h('ul', { cls: 'rules' }, now.map((silence) => shown(silence, again))));
  } catch (failure) {
    target.replaceChildren(h('p', { cls: 'message', text: problem(failure) }));
  }
}

function scopeName({ area, device, rule }) {
  const where = device ? deviceName(device, say) : area ? areaName(area, say) : t('wholeSite');
  return rule ? `${where} · ${rule}` : where;
}

function shown(silence, again) {
  const planned = silence.by === 'configuration';
  const form = h('form', { onsubmit: (event) => {
    event.preventDefault();
    send(form, () => remove(`/api/v1/silences/${encodeURIComponent(silence.id)}`), again);
  } },
  message(),
  planned || !may('act') ? null : h('button', { type: 'submit', text: t('endSilence') }));
  return h('li', { cls: 'tall' },
    h('p', {}, h('strong', { text: scopeName(silence.scope) }), ' ', h('span', { cls: 'chip', text: t(silence.state) })),
    h('p', { text: silence.reason }),
    h('p', { cls: 'quiet', text: planned ? t('plannedSilence') : `${clock.moment(silence.from)} – ${clock.moment(silence.until)} · ${personName(silence.by)}` }),
    form);
}

function newForm(again) {
  const options = [
    may('read_site') ? h('option', { value: '', text: t('wholeSite') }) : null,
    ...state.site.areas.map((area) => h('option', { value: `area/${area.id}`, text: say(area.name) })),
    ...[...state.devices.values()].map((device) => h('option', { value: `device/${device.id}`, text: `${say(device.name)} · ${areaName(device.area, say)}` })),
  ];
  const form = h('form', {
    cls: 'inline',
    onsubmit: (event) => {
      event.preventDefault();
      const { scope, reason, hours } = form.elements;
      const [kind, id] = scope.value.split('/', 2);
      send(form, () => post('/api/v1/silences', {
        scope: id ? { [kind]: id } : {}, reason: reason.value, until: after(Number(hours.value) * 60),
      }), () => {
        form.reset();
        again();
      });
    },
  },
  h('label', {}, h('span', { text: t('silenceWhat') }), h('select', { name: 'scope' }, options)),
  h('label', {}, h('span', { text: t('silenceWhy') }), h('input', { name: 'reason', maxlength: 500, required: true, autocomplete: 'off' })),
  h('label', {}, h('span', { text: t('silenceHours') }), h('input', { name: 'hours', type: 'number', min: 1, max: may('override') ? 8760 : 24, value: 2, required: true })),
  h('p', { cls: 'quiet', text: t('silenceNote') }),
  message(),
  h('button', { type: 'submit', cls: 'primary', text: t('silence') }));
  return h('details', {}, h('summary', { text: t('newSilence') }), form);
}
