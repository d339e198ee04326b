#include "ui/model/line.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "engine/compat/float_text.h"

namespace awaitscope {

Line& Line::add(std::string_view text) {
  const size_t n = std::min(text.size(), sizeof text_ - size_);
  if (n > 0) std::memcpy(text_ + size_, text.data(), n);
  size_ += n;
  return *this;
}

Line& Line::add(unsigned long long number) {
  char digits[32];
  const int n = std::snprintf(digits, sizeof digits, "%llu", number);
  for (int i = 0; i < n; ++i) {
    if (i > 0 && (n - i) % 3 == 0) add(",");
    add(std::string_view(digits + i, 1));
  }
  return *this;
}

Line& Line::add(int number) {
  if (number < 0) add("-");
  return add(static_cast<unsigned long long>(number < 0 ? -int64_t(number) : number));
}

Line& Line::add_plain(uint64_t number) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%llu", static_cast<unsigned long long>(number));
  return add(digits);
}

Line& Line::add_seconds(double seconds) { return add(six_digits(seconds)).add(" s"); }

}  // namespace awaitscope
