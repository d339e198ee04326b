#pragma once
// What holds of every run: of every conformance program, and of a stride of the toggles.

#include <functional>
#include <string>

#include "engine/recording/reading/reader.h"
#include "engine/run/run.h"
#include "tests/sanitized.h"

namespace awaitscope::testing {

// The sanitizers look at one run in 16.
inline constexpr size_t kEvery = kSanitized ? 16 : 1;

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
