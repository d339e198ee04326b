#include "engine/compat/later.h"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>

// No such function: the program was not split, or is still whole, and has all its data.
EM_JS(void, page_fetch_rest, (), {
  if (Module["fetchRest"]) Module["fetchRest"]();
});

namespace awaitscope {

bool later_is_here = false;

void fetch_later() {
  page_fetch_rest();
  later_is_here = true;
}

}  // namespace awaitscope
#endif
