// What fingers do beyond pressing and dragging, which SDL sees: two pinch the timeline, and one that is swept to the
// side takes a step.

const kSwept = 60;        // CSS pixels to the side
const kStraight = 0.5;    // of that, up or down
const kQuick = 600;       // milliseconds

const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

// program: what bridge.js offers.
export function listen(canvas, program) {
  let apart = 0;     // of two fingers
  let begun = null;  // { x, y, time } of one

  // Sideways is what a slider is there for.
  const on_slider = (x, y) => program.widgets().some((each) => each.kind === 'slider' && x >= each.x &&
    x <= each.x + each.width && y >= each.y && y <= each.y + each.height);

  canvas.addEventListener('touchstart', ({ touches }) => {
    apart = touches.length === 2 ? distance(touches) : 0;
    const [{ clientX: x, clientY: y }] = touches;
    begun = touches.length === 1 && !on_slider(x, y) ? { x, y, time: performance.now() } : null;
  });

  canvas.addEventListener('touchmove', (event) => {
    if (!apart || event.touches.length !== 2) return;
    event.stopImmediatePropagation();  // it would be dragged, too
    const [a, b] = event.touches, now = distance(event.touches);
    program.pinch((a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2, now / apart);
    apart = now;
  }, true);

  canvas.addEventListener('touchend', ({ changedTouches }) => {
    const [{ clientX, clientY }] = changedTouches;
    const from = begun;
    begun = null;
    apart = 0;
    if (!from || performance.now() - from.time > kQuick) return;
    const x = clientX - from.x, y = clientY - from.y;
    if (Math.abs(x) > kSwept && Math.abs(y) < Math.abs(x) * kStraight)
      program.activate(x < 0 ? 'transport.forward' : 'transport.back');
  });
}
