#pragma once
// Writing JSON, and times in words.

#include <cstdint>
#include <string>
#include <string_view>

namespace awaitscope {

// "0.5 s", "3 s": to a millionth.
std::string in_seconds(double seconds);

// Appends to a string; commas and colons come by themselves. The caller keeps the order: inside an
// object each value follows a key. Text is UTF-8; bytes that are none become U+FFFD.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& to) : to_(to) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& integer(int64_t value);
  JsonWriter& number(double value);  // as Python prints it
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  // A line break between the elements of an array or object: for people who look at it.
  JsonWriter& new_line() {
    pending_line_ = true;
    return *this;
  }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view text);
  void separate();

  std::string& to_;
  bool first_ = true, after_key_ = false, pending_line_ = false;
};

}  // namespace awaitscope
