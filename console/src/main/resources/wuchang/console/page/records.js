// What people write down. Each form is drawn from its own description in the API; none is written here.
import { get, post } from './api.js';
import * as clock from './clock.js';
import { h } from './dom.js';
import { areaName, deviceName, personName, state } from './state.js';
import { problem, say, t } from './words.js';

const LONG = new Set(['note', 'what', 'text', 'findings', 'prevention']);

// What only a later version of a record says: a new one begins in its first state.
const LATER = new Set(['state', 'due', 'result', 'cost', 'satisfied', 'answer', 'verified']);

// What is said when a record goes on: who does it, what came of it.
const ONWARD = new Set(['assignee', 'result', 'cost', 'satisfied', 'answer', 'verified', 'prevention', 'note']);

// The first of these says in a line what a record is about.
const SHORT = ['what', 'topic', 'name', 'reason', 'dish', 'food'];

let forms = null;

async function readForms() {
  forms ??= (await get('/api/v1/record-forms')).items;
  return forms;
}

const fail = (target) => (failure) => target.replaceChildren(h('p', { cls: 'message', text: problem(failure) }));

export function recordsSheet(head) {
  const target = h('div', {}, t('loading'));
  readForms().then((all) => target.replaceChildren(
    h('p', { cls: 'quiet', text: t('recordsHint') }),
    h('div', { cls: 'buttons stack' }, all.map((form) =>
      h('a', { cls: 'button big', href: `#record/${form.kind}`, text: say(form.label) })))), fail(target));
  return [head(t('records')), target];
}

export function recordSheet(kind, head) {
  const target = h('div', {}, t('loading'));
  const before = h('div', {});
  readForms().then((all) => {
    const form = all.find((each) => each.kind === kind);
    document.getElementById('sheet-title').textContent = form ? say(form.label) : kind;
    target.replaceChildren(form ? drawn(form, before) : h('p', { cls: 'message', text: t('not_found') }), before);
    if (form) {
      shown(form, before);
    }
  }, fail(target));
  return [head(t('records')), target];
}

function drawn(form, before) {
  const says = h('p', { cls: 'message wide', role: 'alert', hidden: true });
  const kept = h('p', { cls: 'wide', role: 'status' });
  const fields = form.fields.filter((field) => !LATER.has(field.name));
  const rows = new Map(fields.map((field) => [field.name, row(form.kind, field)]));
  const button = h('button', { type: 'submit', cls: 'primary big', text: t('recordKeep') });
  const element = h('form', {
    cls: 'record-form',
    novalidate: true,
    onsubmit: async (event) => {
      event.preventDefault();
      button.disabled = true;
      clear(rows, says, kept);
      try {
        await post(`/api/v1/records/${form.kind}`, said(fields, rows));
        element.reset();
        kept.textContent = t('recordKept', { n: `${say(form.label)} · ${clock.hourMinute(clock.now())}` });
        shown(form, before);
      } catch (failure) {
        mark(rows, says, failure);
      } finally {
        button.disabled = false;
      }
    },
  }, says, kept, [...rows.values()].map((each) => each.element), h('div', { cls: 'buttons wide' }, button));
  return element;
}

function row(kind, field) {
  const id = `${kind}-${field.name}`;
  const control = controlOf(field, id);
  const fault = h('span', { cls: 'fault', id: `${id}-fault`, hidden: true });
  const element = h('div', { cls: LONG.has(field.name) ? 'wide' : '' },
    h('label', { for: id },
      h('span', {}, say(field.label), field.needed ? h('span', { cls: 'quiet', text: ` · ${t('needed')}` }) : null),
      control),
    fault);
  return { element, control, fault };
}

function controlOf(field, id) {
  const props = { id, name: field.name, required: field.needed, 'aria-describedby': `${id}-fault` };
  switch (field.type) {
    case 'number': return h('input', { ...props, type: 'number', step: 'any', inputmode: 'decimal', min: field.least, max: field.most });
    case 'time': return h('input', { ...props, type: 'datetime-local' });
    case 'date': return h('input', { ...props, type: 'date' });
    case 'flag': return choices(props, [['true', t('yes')], ['false', t('no')]]);
    case 'choice': return choices(props, field.choices.map((choice) => [choice.value, say(choice.label)]));
    case 'person': return choices(props, Object.keys(state.site.people).map((person) => [person, personName(person)]));
    case 'area': return choices(props, state.site.areas.map((area) => [area.id, say(area.name)]));
    case 'device': return choices(props, [...state.devices.values()].map((device) => [device.id, `${say(device.name)} · ${areaName(device.area, say)}`]));
    default: return LONG.has(field.name) ? h('textarea', { ...props, rows: 3, maxlength: 2000 }) : h('input', { ...props, maxlength: 2000, autocomplete: 'off' });
  }
}

function choices(props, options) {
  return h('select', props, h('option', { value: '', text: t('choose') }), options.map(([value, text]) => h('option', { value, text })));
}

/** The body: only what was filled in. */
function said(fields, rows) {
  const body = {};
  for (const field of fields) {
    const { control } = rows.get(field.name);
    // What is no number has no value, and is not to pass for nothing.
    const word = control.validity.badInput ? '?' : control.value.trim();
    if (word !== '') {
      body[field.name] = read(field.type, word);
    }
  }
  return body;
}

function read(type, word) {
  switch (type) {
    case 'number': return word === '?' ? word : Number(word);
    case 'flag': return word === 'true';
    case 'time': return Number.isNaN(clock.instant(word)) ? word : new Date(clock.instant(word)).toISOString();
    default: return word;
  }
}

function clear(rows, says, kept) {
  says.hidden = true;
  kept.textContent = '';
  rows.forEach(({ control, fault }) => {
    fault.hidden = true;
    control.removeAttribute('aria-invalid');
  });
}

/** Each fault stands at its field; the first one gets the focus. */
function mark(rows, says, failure) {
  says.textContent = problem(failure);
  says.hidden = false;
  const marked = (failure.document?.errors ?? []).filter((error) => rows.has(error.field));
  marked.forEach((error) => {
    const { control, fault } = rows.get(error.field);
    fault.textContent = say(error);
    fault.hidden = false;
    control.setAttribute('aria-invalid', 'true');
  });
  if (marked.length > 0) {
    rows.get(marked[0].field).control.focus();
  }
}

async function shown(form, target) {
  try {
    const page = await get(`/api/v1/records/${form.kind}?limit=20`);
    target.replaceChildren(h('h3', { text: t('recordsBefore') }), page.items.length === 0
      ? h('p', { cls: 'quiet', text: t('recordsNone') })
      : h('ul', { cls: 'rules' }, page.items.map((record) => line(form, record, () => shown(form, target)))));
  } catch (failure) {
    fail(target)(failure);
  }
}

function line(form, record, again) {
  const about = [
    SHORT.map((name) => record[name]).find(Boolean),
    record.device ? deviceName(record.device, say) : null,
    record.area ? areaName(record.area, say) : null,
    record.who ? personName(record.who) : null,
  ].filter(Boolean).join(' · ');
  const now = form.states.find((each) => each.value === record.state);
  return h('li', { cls: 'tall' },
    h('div', {},
      h('span', { text: `${clock.moment(record.when)} ` }),
      h('span', { cls: 'quiet', text: about }),
      now ? h('span', { cls: `chip ${record.overdue ? 'late' : ''}`, text: record.overdue ? `${say(now.label)} · ${t('recordOverdue')}` : say(now.label) }) : null),
    now && now.next.length > 0 ? onward(form, record, now, again) : null);
}

/** The next step of a record: what may be said with it, and a button for each state that may follow. */
function onward(form, record, now, again) {
  const says = h('p', { cls: 'message wide', role: 'alert', hidden: true });
  const kept = h('p', { cls: 'wide', role: 'status' });
  const fields = form.fields.filter((field) => ONWARD.has(field.name));
  const rows = new Map(fields.map((field) => [field.name, row(record.id, field)]));
  const go = async (event, state) => {
    event.target.disabled = true;
    clear(rows, says, kept);
    try {
      await post(`/api/v1/records/${form.kind}`, { ...said(fields, rows), id: record.id, state });
      again();
    } catch (failure) {
      mark(rows, says, failure);
      event.target.disabled = false;
    }
  };
  const steps = now.next.map((value) => form.states.find((each) => each.value === value));
  return h('details', {}, h('summary', { text: t('recordOnward') }),
    h('div', { cls: 'record-form' }, says, [...rows.values()].map((each) => each.element),
      h('div', { cls: 'buttons wide' }, steps.map((step) =>
        h('button', { type: 'button', cls: 'big', text: say(step.label), onclick: (event) => go(event, step.value) })))));
}
