#pragma once
// A text put together without touching the heap: an id, a label with numbers. What does not fit is
// left out.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace awaitscope {

class Line {
 public:
  Line() = default;
  template <class... Parts>
  explicit Line(const Parts&... parts) {
    (add(parts), ...);
  }
  Line& add(std::string_view text);
  Line& add(const char* text) { return add(std::string_view(text)); }
  Line& add(const std::string& text) { return add(std::string_view(text)); }
  Line& add(unsigned long long number);  // 200,000
  Line& add(unsigned long number) { return add(static_cast<unsigned long long>(number)); }
  Line& add(unsigned number) { return add(static_cast<unsigned long long>(number)); }
  Line& add(int number);
  Line& add_plain(uint64_t number);   // 200000: for ids
  Line& add_seconds(double seconds);  // "0.5 s"
  operator std::string_view() const { return {text_, size_}; }
  std::string_view view() const { return {text_, size_}; }
  bool empty() const { return size_ == 0; }

 private:
  char text_[232];
  size_t size_ = 0;
};

}  // namespace awaitscope
