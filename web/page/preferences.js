// How somebody wants to see the page: what they chose here, and else what their system says. A frame in an article keeps
// nothing: there it is the article that says it, but for somebody whose system asks for more contrast.

import { embedded } from './embedded.js';

const kKey = 'awaitscope.theme';
const kDark = 0, kLight = 1, kHighContrast = 2;  // their places in ui/theme.h

const kNames = { auto: null, dark: kDark, light: kLight, contrast: kHighContrast };

let framed = embedded ? {} : null;  // what the article says

const asks = (query) => matchMedia(`(${query})`);
const light = asks('prefers-color-scheme: light'), contrast = asks('prefers-contrast: more'),
      forced = asks('forced-colors: active'), still = asks('prefers-reduced-motion: reduce');

function system() {
  const theme = contrast.matches || forced.matches ? kHighContrast : light.matches ? kLight : kDark;
  // A browser whose letters somebody has made larger than 16 pixels.
  const size = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return { theme, text_scale: Math.min(Math.max(size || 1, 0.8), 2) };
}

// Storage may be forbidden; then choices last as long as the page.
function stored() {
  if (framed) return contrast.matches || forced.matches ? {} : framed;
  try {
    const { theme, text_scale } = JSON.parse(localStorage.getItem(kKey)) ?? {};
    return { ...([kDark, kLight, kHighContrast].includes(theme) && { theme }),
             ...(text_scale >= 0.8 && text_scale <= 2 && { text_scale }) };
  } catch {
    return {};
  }
}

// Keeps what differs from the system's, so that the rest goes on to follow it.
export function remember_theme(theme, text_scale) {
  if (framed) return;
  const own = system(), chosen = {};
  if (theme !== own.theme) chosen.theme = theme;
  if (Math.abs(text_scale - own.text_scale) > 0.01) chosen.text_scale = text_scale;
  try {
    localStorage.setItem(kKey, JSON.stringify(chosen));
  } catch {}
}

// What is kept on this device as it was here the last time: how much is shown and where (arrangement), and which
// lessons were done (progress).
export function remember(what, text) {
  if (framed) return;
  try {
    localStorage.setItem(`awaitscope.${what}`, text);
  } catch {}
}

export function remembered(what) {
  if (framed) return '';
  try {
    return localStorage.getItem(`awaitscope.${what}`) ?? '';
  } catch {
    return '';
  }
}

let follow = () => {};

// True: an article may say that.
export function theme_of_article(name) {
  if (!Object.hasOwn(kNames, name)) return false;
  framed = kNames[name] === null ? {} : { theme: kNames[name] };
  follow();
  return true;
}

// themed() is called when the colours have changed.
export function apply(program, themed) {
  follow = () => {
    const { theme, text_scale } = { ...system(), ...stored() };
    program.theme(theme, text_scale);
    program.reduced_motion(still.matches);
    themed();
  };
  for (const query of [light, contrast, forced, still]) query.addEventListener('change', follow);
  follow();
}
