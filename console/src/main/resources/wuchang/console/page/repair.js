// A repair asked for from an alert in one step (报修): written down, and named in the alert's history.
import { post } from './api.js';
import { h } from './dom.js';
import { areaName, changed, deviceName } from './state.js';
import { problem, say, t } from './words.js';

export function repairForm(alert, done) {
  const what = `${areaName(alert.area, say)} ${deviceName(alert.device, say)}：${say(alert.title)}`;
  const says = h('p', { cls: 'message', role: 'alert', hidden: true });
  const button = h('button', { type: 'submit', text: t('askRepair') });
  const form = h('form', {
    cls: 'inline',
    onsubmit: async (event) => {
      event.preventDefault();
      button.disabled = true;
      says.hidden = true;
      try {
        await post('/api/v1/records/repair', { what: form.elements.what.value, alert: alert.id });
        changed();
        done();
      } catch (failure) {
        says.textContent = problem(failure);
        says.hidden = false;
      } finally {
        button.disabled = false;
      }
    },
  },
  h('label', {}, h('span', { text: t('repairWhat') }), h('textarea', { name: 'what', rows: 2, maxlength: 2000, required: true, text: what })),
  says,
  button);
  return h('details', {}, h('summary', { text: t('askRepair') }), form);
}
