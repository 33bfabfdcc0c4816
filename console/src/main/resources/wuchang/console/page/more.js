// Everything else: the account, the language, today's record, and what the administrator looks at.
import { get, post } from './api.js';
import * as clock from './clock.js';
import { h } from './dom.js';
import { language } from '/open/lang.js';
import { may, personName, state } from './state.js';
import { problem, t } from './words.js';

const DOCUMENTS = ['daily', 'weekly', 'monthly', 'risk-list', 'temperature-log', 'assets', 'score'];

const link = (kind) => h('a', {
  cls: 'button big', href: `/api/v1/reports/${kind}?format=html&lang=${language()}`, target: '_blank', rel: 'noopener', text: t(`${kind}Report`),
});

const inspection = () => h('a', { cls: 'button big', href: '/api/v1/inspection', download: '', text: t('inspectionPackage') });

export function moreSheet(head) {
  const { me } = state;
  return [
    head(t('more')),
    h('p', {}, h('span', { cls: 'quiet', text: `${t('account')} ` }), h('strong', { text: personName(me.id) }), ` · ${t(me.role)}`),
    me.oneTimePassword ? h('p', { cls: 'message', text: t('oneTime') }) : null,
    h('div', { cls: 'buttons stack' },
      ...(may('read_site') ? [...DOCUMENTS.map(link), inspection()] : []),
      may('record') ? h('a', { cls: 'button big', href: '#records', text: t('records') }) : null,
      h('a', { cls: 'button big', href: '#silences', text: t('silences') }),
      h('a', { cls: 'button big', href: '#password', text: t('password') }),
      h('button', { type: 'button', cls: 'big', text: t('signOut'), onclick: signOut })),
    may('administer') ? admin() : null,
    h('p', { cls: 'quiet' }, h('a', { href: '/openapi.yaml', text: t('apiDescription') })),
  ];
}

async function signOut() {
  await post('/logout').catch(() => {});
  location.assign('/login');
}

function admin() {
  const health = h('div', {}, t('loading'));
  const unknown = h('div', {}, t('loading'));
  fill(health, '/api/v1/health', 'ok', (check) =>
    h('li', {},
      h('span', {}, h('strong', { text: check.name }), ' ', h('span', { cls: 'quiet', text: check.detail })),
      h('span', { cls: `state ${check.ok ? 'compliant' : 'breach'}`, text: t(check.ok ? 'ok' : 'failing') })));
  fill(unknown, '/api/v1/unknown-devices', 'noUnknown', unknownDevice);
  return h('div', {}, h('h3', { text: t('system') }), health, h('h3', { text: t('unknownDevices') }), unknown);
}

async function fill(target, path, none, build) {
  try {
    const page = await get(path);
    target.replaceChildren(page.items.length === 0
      ? h('p', { cls: 'quiet', text: t(none) })
      : h('ul', { cls: 'rules' }, page.items.map(build)));
  } catch (failure) {
    target.replaceChildren(h('p', { cls: 'message', text: problem(failure) }));
  }
}

function unknownDevice(device) {
  const copy = h('button', { type: 'button', cls: 'small', text: t('copy'), onclick: () =>
    navigator.clipboard?.writeText(device.snippet).then(() => (copy.textContent = t('copied')), () => {}) });
  return h('li', { cls: 'tall' },
    h('p', {}, h('strong', { text: device.id }), ' ', h('span', { cls: 'quiet', text: `${clock.moment(device.lastSeen)} · ${t('messages', { n: device.messages })} · ${device.topic}` })),
    h('p', { cls: 'quiet', text: t('lastSent') }),
    h('pre', { text: device.payload }),
    h('p', { cls: 'quiet', text: t('addSo') }),
    h('pre', { text: device.snippet }),
    copy);
}

export function passwordSheet(head, done) {
  const says = h('p', { cls: 'message', role: 'alert', hidden: true });
  const form = h('form', {
    onsubmit: async (event) => {
      event.preventDefault();
      says.hidden = true;
      try {
        await post('/api/v1/me/password', { current: form.elements.current.value, new: form.elements.fresh.value });
        location.assign('/');
      } catch (failure) {
        says.textContent = failure.code === 'refused' ? failure.message : problem(failure);
        says.hidden = false;
      }
    },
  },
  h('input', { type: 'hidden', name: 'username', autocomplete: 'username', value: state.me.id }),
  h('label', {}, h('span', { text: t('currentPassword') }), h('input', { type: 'password', name: 'current', autocomplete: 'current-password', required: true })),
  h('label', {}, h('span', { text: t('newPassword') }), h('input', { type: 'password', name: 'fresh', autocomplete: 'new-password', minlength: 8, maxlength: 256, required: true })),
  says,
  h('button', { type: 'submit', cls: 'primary big', text: t('setPassword') }));
  return [head(t('password')), form];
}
