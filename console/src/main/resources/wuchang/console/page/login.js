import { language, other, setLanguage } from './lang.js';

const toggle = document.querySelector('[data-toggle-lang]');

function label() {
  toggle.textContent = language() === 'zh' ? 'English' : '中文';
  toggle.lang = other() === 'zh' ? 'zh-CN' : 'en';
  document.title = language() === 'zh' ? '登录 · 五常' : 'Sign in · Wuchang';
}

toggle.addEventListener('click', () => {
  setLanguage(other());
  label();
});
label();

const next = document.querySelector('input[name=next]');
if (next && /^\/alerts\/[^/]+$/.test(location.pathname)) {
  next.value = location.pathname;
}

const form = document.querySelector('form');
form.addEventListener('submit', () => {
  form.querySelector('button[type=submit]').disabled = true;
});
// Coming back with the back button must find the button alive.
addEventListener('pageshow', () => {
  form.querySelector('button[type=submit]').disabled = false;
});

// A sign-in link goes on by itself; the button is for browsers that are told to wait.
if (form.dataset.goOn !== undefined) {
  form.requestSubmit();
}
