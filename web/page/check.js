// Can this browser show the page at all? A classic script without modern syntax, so that an old browser,
// or a page opened as a file, gets an answer rather than an empty window. start.js goes on if it may.
(function () {
  'use strict';

  // Makes the context that the program will be given: making one takes longer than all the rest of this, and while it
  // takes, the program is fetched. As SDL asks for it: what is made first stays.
  function webgl2() {
    try {
      var wanted = { alpha: false, antialias: false, depth: false, stencil: false };
      return Boolean(document.getElementById('canvas').getContext('webgl2', wanted));
    } catch (error) {
      return false;
    }
  }

  function problem() {
    if (location.protocol === 'file:')
      return 'This page has to come from a web server; browsers do not let a page that was opened as a ' +
             'file load its program. In the project\'s folder, web/serve builds and serves it.';
    if (typeof WebAssembly !== 'object' || !('noModule' in document.createElement('script')))
      return 'This browser does not run WebAssembly, which the Python engine is compiled to. Any ' +
             'current Firefox, Chrome, Edge or Safari does.';
    if (!webgl2())
      return 'This browser has no WebGL 2, which draws the page. It may be switched off in the ' +
             'settings (look for "hardware acceleration"), or the graphics driver may be blocked.';
    return '';
  }

  var text = problem();
  document.documentElement.setAttribute('data-problem', text);
  if (text) {
    document.getElementById('cover-text').textContent = text;
    document.getElementById('cover-progress').hidden = true;
  }
})();
