// Whether the page is a frame in somebody's article. What a frame has beyond the page is in in_frame.js.

export const embedded = 'frame' in document.documentElement.dataset || /[#&]embed=1(&|$)/.test(location.hash);
if (embedded) document.documentElement.dataset.frame = '';  // for style.css
