#pragma once
// What holds of every run: of every conformance program, and of a stride of the toggles.

#include <functional>
#include <string>

#include "engine/recording/reading/reader.h"
#include "engine/run/run.h"
#include "tests/sanitized.h"

namespace awaitscope::testing {

// Not every build looks at every run. The sanitizers, under which that takes minutes, look at the
// same code in one of 16. In WebAssembly tests/conformance compares each of these programs with
// CPython, line by line. How its recording is read then is the code of the native build with sizes
// of 32 bits, and one run of 4 shows that as well as all. (Versions take turns: no multiple of 3.)
#ifdef __EMSCRIPTEN__
inline constexpr size_t kEvery = 4;
#else
inline constexpr size_t kEvery = kSanitized ? 16 : 1;
#endif

// Something that holds of every run. Each run is made once and asked for all of its properties: to
// make it takes longer than to ask. Defined where a test would be, as an object that lives as long
// as the program.
class RunProperty {
 public:
  using Check = std::function<void(const Run&, const Reader&, const std::string& source)>;

  // Every conformance program under one Python, in turn, those about versions under each; or under
  // each. And every 997th combination of the toggles.
  enum class Versions { InTurn, Each };

  // What `check` says is said under `name`, a sentence; `afterwards` is called when it has seen all
  // runs.
  RunProperty(const char* name, Check check, std::function<void()> afterwards = {},
              Versions versions = Versions::InTurn);
  RunProperty(const RunProperty&) = delete;
};

}  // namespace awaitscope::testing
