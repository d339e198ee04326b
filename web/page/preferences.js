// What a person prefers: the theme they chose last time, and whether things may glide.

const kKey = 'awaitscope.theme';

export function remember_theme(theme, text_scale) {
  try {
    localStorage.setItem(kKey, JSON.stringify({ theme, text_scale }));
  } catch {
    // A browser may forbid it; then the choice lasts as long as the page.
  }
}

function remembered_theme() {
  try {
    const { theme, text_scale } = JSON.parse(localStorage.getItem(kKey));
    const known = [0, 1, 2].includes(theme) && text_scale >= 0.8 && text_scale <= 2;
    return known ? { theme, text_scale } : null;
  } catch {
    return null;
  }
}

export function apply(program) {
  const chosen = remembered_theme();
  if (chosen) program.theme(chosen.theme, chosen.text_scale);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  still.addEventListener('change', () => program.reduced_motion(still.matches));
  if (still.matches) program.reduced_motion(true);
}
