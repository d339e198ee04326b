#include "engine/objects/format_spec.h"

#include <algorithm>

#include "engine/compat/short_text.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

bool is_align(char c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

bool take_number(const char*& at, const char* end, int64_t& out) {
  constexpr int64_t kMost = INT64_MAX / 10 - 1;
  if (at == end || *at < '0' || *at > '9') return true;
  out = 0;
  for (; at < end && *at >= '0' && *at <= '9'; ++at) {
    if (out > kMost) {
      raise_value_error({"Too many decimal digits in format string"});
      return false;
    }
    out = out * 10 + (*at - '0');
  }
  return true;
}

bool fail(std::initializer_list<std::string_view> message) {
  raise_value_error(message);
  return false;
}

}  // namespace

bool parse_format_spec(std::string_view text, std::string_view type_name, FormatSpec& spec) {
  const char *at = text.data(), *end = at + text.size();
  bool fill_given = false;
  if (at < end) {
    const char* after = at;
    utf8::decode(after);
    if (after < end && is_align(*after)) {
      spec.fill = {at, size_t(after - at)};
      spec.align = *after;
      at = after + 1;
      fill_given = true;
    } else if (is_align(*at)) {
      spec.align = *at++;
    }
  }
  if (at < end && (*at == '+' || *at == '-' || *at == ' ')) spec.sign = *at++;
  if (at < end && *at == 'z') {
    spec.coerce_zero = true;
    ++at;
  }
  if (at < end && *at == '#') {
    spec.alternate = true;
    ++at;
  }
  if (at < end && *at == '0') {
    if (!fill_given) {
      spec.fill = "0";
      if (!spec.align) spec.align = '0';  // '=' for numbers, '<' for text
    }
    ++at;
  }
  if (!take_number(at, end, spec.width)) return false;
  if (at < end && *at == ',') {
    spec.grouping = ',';
    ++at;
  }
  if (at < end && *at == '_') {
    if (spec.grouping) return fail({"Cannot specify both ',' and '_'."});
    spec.grouping = '_';
    ++at;
  }
  if (at < end && *at == ',' && spec.grouping) {
    if (spec.grouping == '_') return fail({"Cannot specify both ',' and '_'."});
  }
  if (at < end && *at == '.') {
    ++at;
    if (!take_number(at, end, spec.precision)) return false;
    if (spec.precision < 0) return fail({"Format specifier missing precision"});
    if (spec.precision > INT32_MAX) return fail({"precision too big"});
  }
  if (at < end) {
    const char* type = at;
    spec.type = utf8::decode(at);
    if (at < end) {
      return fail({"Invalid format specifier '", text, "' for object of type '", type_name, "'"});
    }
    (void)type;
  }
  if (spec.grouping) {
    switch (spec.type) {
      case 0:
      case 'd':
      case 'e':
      case 'f':
      case 'g':
      case 'E':
      case 'G':
      case '%':
      case 'F': break;
      case 'b':
      case 'o':
      case 'x':
      case 'X':
        if (spec.grouping == '_') break;
        [[fallthrough]];
      default: {
        std::string code;
        utf8::append(code, spec.type);
        return fail(
            {"Cannot specify '", std::string_view(&spec.grouping, 1), "' with '", code, "'."});
      }
    }
  }
  return true;
}

std::string group_digits(std::string_view digits, char separator, int size, int64_t min_width) {
  std::string backwards;
  int in_group = 0;
  size_t left = digits.size();
  while (left > 0 || int64_t(backwards.size()) < min_width) {
    if (in_group == size) {
      backwards += separator;
      in_group = 0;
    }
    backwards += left > 0 ? digits[--left] : '0';
    ++in_group;
  }
  return std::string(backwards.rbegin(), backwards.rend());
}

Ref padded(std::string_view head, std::initializer_list<std::string_view> tail, size_t length,
           const FormatSpec& spec, char align) {
  const size_t width = size_t(std::max<int64_t>(spec.width, 0));
  const size_t missing = width > length ? width - length : 0;
  const size_t before = align == '>' ? missing : align == '^' ? missing / 2 : 0;
  const size_t between = align == '=' ? missing : 0;
  size_t size = head.size() + missing * spec.fill.size();
  for (std::string_view part : tail) size += part.size();
  Str* text = new_str_uninitialized(size, length + missing);
  if (!text) return {};
  char* to = text->data;
  auto put = [&](std::string_view part) {
    copy_short(to, part.data(), part.size());
    to += part.size();
  };
  auto fill = [&](size_t count) {
    for (; count > 0; --count) {
      if (spec.fill.size() == 1) {
        *to++ = spec.fill[0];
      } else {
        put(spec.fill);
      }
    }
  };
  fill(before);
  put(head);
  fill(between);
  for (std::string_view part : tail) put(part);
  fill(missing - before - between);
  return Ref::adopt(text);
}

bool unknown_format_code(uint32_t code, std::string_view type_name) {
  char shown[16];
  if (code > 32 && code < 128) {
    snprintf(shown, sizeof shown, "%c", char(code));
  } else {
    snprintf(shown, sizeof shown, "\\x%x", code);
  }
  return fail({"Unknown format code '", shown, "' for object of type '", type_name, "'"});
}

}  // namespace awaitscope
