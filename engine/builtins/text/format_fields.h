#pragma once
// The parts of a format string as str.format() reads it.
// Specified in: https://docs.python.org/3.11/library/string.html#format-string-syntax

#include <cstdint>
#include <string>
#include <string_view>

namespace awaitscope {

// A literal, and the replacement field behind it.
struct FormatPart {
  std::string literal;
  bool has_field = false;
  std::string_view name;    // "0.attribute[item]"
  uint32_t conversion = 0;  // r s a, or 0
  std::string_view spec;
  bool nested = false;  // the specification has fields itself
};

class FormatReader {
 public:
  explicit FormatReader(std::string_view format) : format_(format) {}
  // 1: there is a part; 0: the end; -1: ValueError pending.
  int next(FormatPart& part);

 private:
  bool read_field(FormatPart& part);
  std::string_view format_;
  size_t at_ = 0;
};

// The steps of a field's name behind its first word.
class FieldPath {
 public:
  explicit FieldPath(std::string_view name);
  std::string_view first() const { return first_; }
  struct Step {
    bool is_attribute;
    std::string_view name;
    int64_t index;  // of an item, -1 where it is a text
  };
  int next(Step& step);  // as FormatReader::next

 private:
  std::string_view first_, rest_;
};

// -1 where the text is no integer; -2: ValueError pending.
int64_t field_index(std::string_view text);

}  // namespace awaitscope
