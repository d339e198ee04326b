#pragma once
// The runs that properties are tested with: every conformance program, and a stride of the toggles.

#include <functional>
#include <string>

#include "engine/recording/reading/reader.h"
#include "engine/run/run.h"

namespace awaitscope::testing {

// The sanitizers, under which this takes minutes, look at the same code in one run of 16.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AWAITSCOPE_SANITIZED
#endif
#endif
#ifdef AWAITSCOPE_SANITIZED
inline constexpr size_t kEvery = 16;
#else
inline constexpr size_t kEvery = 1;
#endif

using Check = std::function<void(const Run&, const Reader&, const std::string& source)>;

// Every conformance program under one Python, in turn, those about versions under each; and every
// 997th combination of the toggles.
void for_each_run(const Check& check);

// Every conformance program under every version of Python, and every 997th combination.
void for_each_run_and_version(const Check& check);

}  // namespace awaitscope::testing
