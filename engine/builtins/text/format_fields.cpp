#include "engine/builtins/text/format_fields.h"

#include "engine/objects/raise.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

bool fail(std::string_view message) {
  raise_value_error({message});
  return false;
}

}  // namespace

int FormatReader::next(FormatPart& part) {
  part = FormatPart();
  if (at_ >= format_.size()) return 0;
  size_t begin = at_, brace = format_.find_first_of("{}", at_);
  if (brace == format_.npos) {
    part.literal = format_.substr(begin);
    at_ = format_.size();
    return 1;
  }
  char c = format_[brace];
  at_ = brace + 1;
  bool at_end = at_ >= format_.size();
  if (c == '}' && (at_end || format_[at_] != '}')) {
    fail("Single '}' encountered in format string");
    return -1;
  }
  if (c == '{' && at_end) {
    fail("Single '{' encountered in format string");
    return -1;
  }
  if (format_[at_] == c) {  // doubled: it stands for itself
    part.literal = format_.substr(begin, brace + 1 - begin);
    ++at_;
    return 1;
  }
  part.literal = format_.substr(begin, brace - begin);
  part.has_field = true;
  return read_field(part) ? 1 : -1;
}

bool FormatReader::read_field(FormatPart& part) {
  size_t begin = at_;
  char c = 0;
  while (at_ < format_.size()) {
    c = format_[at_++];
    if (c == '{') return fail("unexpected '{' in field name");
    if (c == '[') {
      while (at_ < format_.size() && format_[at_] != ']') ++at_;
      continue;
    }
    if (c == '}' || c == ':' || c == '!') break;
    c = 0;
  }
  if (c == 0 || c == '[') return fail("expected '}' before end of string");
  part.name = format_.substr(begin, at_ - 1 - begin);
  if (c == '}') return true;
  if (c == '!') {
    if (at_ >= format_.size()) {
      return fail("end of string while looking for conversion specifier");
    }
    const char *lead = format_.data() + at_, *after = lead;
    part.conversion = utf8::decode(after);
    at_ += size_t(after - lead);
    if (at_ < format_.size()) {
      c = format_[at_++];
      if (c == '}') return true;
      if (c != ':') return fail("expected ':' after conversion specifier");
    }
  }
  begin = at_;
  for (int depth = 1; at_ < format_.size();) {
    c = format_[at_++];
    if (c == '{') {
      part.nested = true;
      ++depth;
    } else if (c == '}' && --depth == 0) {
      part.spec = format_.substr(begin, at_ - 1 - begin);
      return true;
    }
  }
  return fail("unmatched '{' in format spec");
}

FieldPath::FieldPath(std::string_view name) {
  size_t end = std::min(name.find_first_of(".["), name.size());
  first_ = name.substr(0, end);
  rest_ = name.substr(end);
}

int FieldPath::next(Step& step) {
  if (rest_.empty()) return 0;
  char c = rest_[0];
  rest_.remove_prefix(1);
  step.is_attribute = c == '.';
  step.index = -1;
  if (c == '.') {
    size_t end = std::min(rest_.find_first_of(".["), rest_.size());
    step.name = rest_.substr(0, end);
    rest_.remove_prefix(end);
  } else if (c == '[') {
    size_t end = rest_.find(']');
    if (end == rest_.npos) {
      fail("Missing ']' in format string");
      return -1;
    }
    step.name = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    step.index = field_index(step.name);
    if (step.index == -2) return -1;
  } else {
    fail("Only '.' or '[' may follow ']' in format field specifier");
    return -1;
  }
  if (step.name.empty()) {
    fail("Empty attribute in format string");
    return -1;
  }
  return 1;
}

int64_t field_index(std::string_view text) {
  if (text.empty()) return -1;
  int64_t index = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    if (index > INT64_MAX / 10 - 1) {
      fail("Too many decimal digits in format string");
      return -2;
    }
    index = index * 10 + (c - '0');
  }
  return index;
}

}  // namespace awaitscope
