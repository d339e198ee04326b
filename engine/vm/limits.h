#pragma once
// What a run may use up.

#include <cstddef>
#include <cstdint>

namespace awaitscope {

struct Limits {
  size_t bytes_alive = 256u << 20;
  size_t output_bytes = 4u << 20;
  uint32_t recursion = 1000;            // CPython's own default
  uint32_t integer_digits = 1'000'000;  // decimal digits of an integer
  uint32_t text_digits = 4300;          // of one that becomes text, or is read; 0: any number
};

}  // namespace awaitscope
