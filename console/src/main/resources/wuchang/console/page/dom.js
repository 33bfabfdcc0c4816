// Small builders. Text is always set as text: what a device is called is never read as markup.
const SVG = 'http://www.w3.org/2000/svg';

export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name === 'onclick' || name === 'onsubmit' || name === 'oninput') {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'text') {
      element.textContent = value;
    } else {
      element.setAttribute(name === 'cls' ? 'class' : name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

// Shapes differ, so that nobody needs to tell red from green.
const SHAPES = {
  critical: 'M8 1h8l7 7v8l-7 7H8l-7-7V8z',
  major: 'M12 1.5 23.5 22H.5z',
  warning: 'M12 .8 23.2 12 12 23.2.8 12z',
  notice: 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z',
  unproven: 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z',
  breach: 'M8 1h8l7 7v8l-7 7H8l-7-7V8z',
  compliant: 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z',
};
const MARKS = {
  critical: 'M12 6v7M12 17v.6',
  major: 'M12 9v6M12 18.4v.4',
  warning: 'M12 7v6M12 16.6v.4',
  notice: 'M12 11v6M12 7v.4',
  unproven: 'M9 9.2a3 3 0 1 1 4.4 2.7c-1 .5-1.4 1-1.4 2.1M12 17.4v.4',
  breach: 'M12 6v7M12 17v.6',
  compliant: 'm7 12.4 3.4 3.4L17 9',
};

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', SHAPES[name]);
  shape.setAttribute('class', 'shape');
  const mark = document.createElementNS(SVG, 'path');
  mark.setAttribute('d', MARKS[name]);
  mark.setAttribute('class', 'mark');
  svg.append(shape, mark);
  return svg;
}

/**
 * Brings the children of a parent in line with items. An element whose item reads the same is left
 * alone, so that a finger on a button stays on it; one that is built anew keeps the focus.
 */
export function keep(parent, items, key, build) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const focused = parent.contains(document.activeElement)
    ? document.activeElement.dataset.focus
    : undefined;
  let place = parent.firstElementChild;
  for (const item of items) {
    const id = key(item);
    const sign = JSON.stringify(item);
    let element = before.get(id);
    before.delete(id);
    if (!element || element.sign !== sign) {
      const fresh = build(item);
      fresh.dataset.key = id;
      fresh.sign = sign;
      if (element) {
        if (element === place) {
          place = fresh;
        }
        element.replaceWith(fresh);
      }
      element = fresh;
    }
    if (element === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(element, place);
    }
  }
  before.forEach((gone) => gone.remove());
  if (focused && !parent.contains(document.activeElement)) {
    parent.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }
}
