// What lies over the canvas while the program loads, and when it cannot go on.

const cover = document.getElementById('cover');
const text = document.getElementById('cover-text');
const progress = document.getElementById('cover-progress');

// fraction: of what has to be fetched.
export function show_progress(fraction) {
  progress.value = fraction;
  if (fraction >= 1) text.textContent = 'Starting';
}

export function uncover() {
  cover.classList.add('gone');
  setTimeout(() => { cover.hidden = cover.classList.contains('gone'); }, 300);
}

export function cover_with(message) {
  text.textContent = message;
  text.setAttribute('role', 'alert');
  progress.hidden = true;
  cover.hidden = false;
  cover.classList.remove('gone');
}
