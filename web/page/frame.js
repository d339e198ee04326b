// The wheel and the finger in a frame in somebody's article: they are the article's unless a panel has a use for them. And
// nothing is drawn out of sight.

const kSlop = 8;  // CSS pixels that a finger may move and still press

// Chrome draws a frame that nobody sees, unless it is another site's. waits(): it may.
export function draw_only_in_view(canvas, waits) {
  const request = window.requestAnimationFrame.bind(window), waiting = [];
  let seen = true;
  window.requestAnimationFrame = (draw) => seen || !waits() ? request(draw) : waiting.push(draw);
  new IntersectionObserver((entries) => {
    seen = entries.at(-1).isIntersecting;
    if (seen) for (const draw of waiting.splice(0)) request(draw);
  }).observe(canvas);
}

function pixels({ deltaX, deltaY, deltaMode }) {
  const unit = [1, 16, 400][deltaMode];
  return [deltaX * unit, deltaY * unit];
}

function wheel(canvas, program) {
  canvas.addEventListener('wheel', (event) => {
    const { clientX: x, clientY: y, ctrlKey, shiftKey } = event;
    const [dx, dy] = pixels(event);
    if (ctrlKey) {  // so does a pinch on a trackpad come
      event.stopImmediatePropagation();
      if (!program.zooms(x, y)) return;
      event.preventDefault();
      program.pinch(x, y, 2 ** (-dy / 150));
    } else if (!(shiftKey && !dx ? program.scrolls(x, y, dy, 0) : program.scrolls(x, y, dx, dy))) {
      event.stopImmediatePropagation();  // SDL would take it
    }
  }, { capture: true, passive: false });
}

// SDL takes every touch as soon as it begins, and then the article cannot be scrolled with it. So it sees a finger only
// when it is known what that is for: a press when it leaves, a movement when a panel can go that way.
function touch(canvas, program) {
  let use = '', from = null;  // 'unknown', 'ours', 'article' or 'pinch'
  let apart = 0;              // of two fingers
  const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  const middle = ([a, b]) => [(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2];

  const replay = ({ identifier, clientX, clientY, screenX, screenY, pageX, pageY }) => {
    const finger = new Touch({ identifier, target: canvas, clientX, clientY, screenX, screenY, pageX, pageY });
    canvas.dispatchEvent(new TouchEvent('touchstart', { touches: [finger], targetTouches: [finger], changedTouches: [finger],
                                                        bubbles: true, cancelable: true }));
  };

  canvas.addEventListener('touchstart', (event) => {
    if (!event.isTrusted) return;  // our own
    if (event.touches.length === 1) {
      use = 'unknown';
      from = event.touches[0];
    } else if (use !== 'ours') {
      use = program.zooms(...middle(event.touches)) ? 'pinch' : 'article';
      apart = distance(event.touches);
    }
    if (use === 'pinch') event.preventDefault();
    if (use !== 'ours') event.stopImmediatePropagation();
  }, { capture: true, passive: false });

  canvas.addEventListener('touchmove', (event) => {
    if (use === 'unknown') {
      const [finger] = event.touches;
      const dx = finger.clientX - from.clientX, dy = finger.clientY - from.clientY;
      if (Math.hypot(dx, dy) >= kSlop) {
        // To the side is a step, a slider, or a long line.
        const ours = Math.abs(dx) > Math.abs(dy) || program.scrolls(from.clientX, from.clientY, 0, -dy);
        use = ours ? 'ours' : 'article';
        if (ours) replay(from);
      }
    }
    if (use === 'pinch' && event.touches.length === 2) {
      const now = distance(event.touches);
      program.pinch(...middle(event.touches), now / apart);
      apart = now;
    }
    if (use === 'ours' || use === 'pinch') event.preventDefault();
    if (use !== 'ours') event.stopImmediatePropagation();
  }, { capture: true, passive: false });

  for (const type of ['touchend', 'touchcancel']) {
    canvas.addEventListener(type, (event) => {
      if (use === 'unknown' && type === 'touchend') {
        replay(from);
        use = 'ours';
      }
      if (use !== 'ours') event.stopImmediatePropagation();
      if (!event.touches.length) use = '';
    }, { capture: true, passive: false });
  }
}

// To be called before SDL listens. program: what bridge.js offers.
export function listen(canvas, program) {
  wheel(canvas, program);
  touch(canvas, program);
  // Whoever comes here with the keyboard, or is brought here, goes on where the keys are.
  addEventListener('focus', () => document.activeElement === document.body && canvas.focus({ preventScroll: true }));
}
