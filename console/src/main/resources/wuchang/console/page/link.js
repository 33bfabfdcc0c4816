import { language, other, setLanguage } from './lang.js';

const toggle = document.querySelector('[data-toggle-lang]');

function label() {
  toggle.textContent = language() === 'zh' ? 'English' : '中文';
  toggle.lang = other() === 'zh' ? 'zh-CN' : 'en';
  document.title = language() === 'zh' ? '告警 · 五常' : 'Alert · Wuchang';
}

toggle.addEventListener('click', () => {
  setLanguage(other());
  label();
});
label();

// A preview runs no scripts: this says that a person has seen it.
if (document.querySelector('[data-alert]')) {
  fetch(`${location.pathname}/opened`, { method: 'POST' }).catch(() => {});
}
