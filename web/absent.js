// A library for --js-library, in the place of Emscripten's own functions of these names: what SDL asks of the browser and the
// page never has it do (fill the screen, lock the pointer), and the object that does it, a third of Emscripten's JavaScript.
/* global mergeInto, LibraryManager */

const absent = {
  $Browser: { moduleContextCreatedCallbacks: [] },
  $Browser__postset: '',
  eglSwapInterval: function() { return 1; },  // each frame is asked for by itself
};
for (const name of ['emscripten_request_fullscreen_strategy', 'emscripten_exit_fullscreen', 'emscripten_request_pointerlock',
  'emscripten_exit_pointerlock', 'emscripten_set_fullscreenchange_callback_on_thread',
  'emscripten_set_pointerlockchange_callback_on_thread'])
  absent[name] = function() { return -1; };  // not supported
for (const name of Object.keys(absent)) absent[`${name}__deps`] = [];
mergeInto(LibraryManager.library, absent);
