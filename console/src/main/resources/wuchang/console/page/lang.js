// The reader's language: Chinese unless they chose English here before.
const KEY = 'wuchang.lang';

export function language() {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return document.documentElement.lang === 'en' ? 'en' : 'zh';
  }
}

export function setLanguage(code) {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // A browser that keeps nothing still switches for now.
  }
  show(code);
}

export function other() {
  return language() === 'zh' ? 'en' : 'zh';
}

function show(code) {
  document.documentElement.lang = code === 'en' ? 'en' : 'zh-CN';
  document.documentElement.dataset.lang = code;
}

show(language());
