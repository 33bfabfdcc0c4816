// The API as the page uses it. Problems are thrown with their code, which words.js says.
let csrf = '';

export class Problem extends Error {
  constructor(status, document) {
    super(document.detail ?? String(status));
    this.status = status;
    this.code = document.code ?? 'failed';
    this.document = document;
  }
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { Accept: 'application/json', ...options?.headers } });
  } catch {
    throw new Problem(0, { code: 'unreachable' });
  }
  if (response.status === 401) {
    location.assign('/login');
  }
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response.status === 204 ? null : response.json();
}

export const get = (path) => request(path);

export const post = (path, body) =>
  request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf },
    body: JSON.stringify(body ?? {}),
  });

export const remove = (path) => request(path, { method: 'DELETE', headers: { 'X-CSRF-Token': csrf } });

export async function me() {
  const caller = await get('/api/v1/me');
  csrf = caller.csrf ?? '';
  return caller;
}

/** All pages of a list, up to a bound that a person could look through. */
export async function list(path) {
  const items = [];
  let cursor = null;
  do {
    const page = await get(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor && items.length < 2000);
  return items;
}
