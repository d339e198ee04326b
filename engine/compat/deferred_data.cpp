#include "engine/compat/deferred_data.h"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>

// No such function: the program was not split, or is still whole, and has all its data.
EM_JS(void, page_fetch_rest, (), {
  if (Module["fetchRest"]) Module["fetchRest"]();
});

namespace awaitscope {

bool deferred_data_is_here = false;

void fetch_deferred_data() {
  page_fetch_rest();
  deferred_data_is_here = true;
}

}  // namespace awaitscope
#endif
