// What a frame in somebody's article has beyond the page. It is fetched by frames alone.

export { compiled, shared } from './compiled.js';
export { draw_only_in_view, listen } from './frame.js';
export { Messages } from './messages.js';
