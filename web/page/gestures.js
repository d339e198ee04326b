// What two fingers do: they pinch the timeline. What one does, SDL sees.

const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

// program: what bridge.js offers.
export function listen(canvas, program) {
  let apart = 0;  // of two fingers

  canvas.addEventListener('touchstart', ({ touches }) => {
    apart = touches.length === 2 ? distance(touches) : 0;
  });

  canvas.addEventListener('touchmove', (event) => {
    if (!apart || event.touches.length !== 2) return;
    event.stopImmediatePropagation();  // it would be dragged, too
    const [a, b] = event.touches, now = distance(event.touches);
    program.pinch((a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2, now / apart);
    apart = now;
  }, true);

  canvas.addEventListener('touchend', () => { apart = 0; });
}
