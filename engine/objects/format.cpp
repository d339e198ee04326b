// format() of the builtin types.

#include <algorithm>
#include <cmath>

#include "engine/objects/format_double.h"
#include "engine/objects/format_spec.h"
#include "engine/objects/integer.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

// How what the specification says is aligned, where it may leave that open.
char align_of(const FormatSpec& spec, char usual) {
  return spec.align && spec.align != '0' ? spec.align : usual;
}

// A number in parts, all of them ASCII, to be put together with padding.
struct Number {
  bool negative = false;
  std::string_view prefix;  // 0x ...
  std::string_view digits;  // before the point
  std::string_view rest;    // the point and what follows, an exponent, %
};

Ref assembled(const Number& number, const FormatSpec& spec, int group_size) {
  char head[4];
  size_t head_size = 0;
  if (number.negative) {
    head[head_size++] = '-';
  } else if (spec.sign == '+' || spec.sign == ' ') {
    head[head_size++] = spec.sign;
  }
  for (char c : number.prefix) head[head_size++] = c;
  const char align = spec.align == '0' ? '=' : align_of(spec, '>');
  const size_t taken = head_size + number.rest.size();
  std::string_view digits = number.digits;
  std::string grouped;
  if (spec.grouping && !digits.empty()) {
    const bool zeros = spec.fill == "0" && align == '=';
    grouped =
        group_digits(digits, spec.grouping, group_size, zeros ? spec.width - int64_t(taken) : 0);
    digits = grouped;
  }
  return padded({head, head_size}, {digits, number.rest}, taken + digits.size(), spec, align);
}

}  // namespace

Ref format_double_value(double value, const FormatSpec& spec, std::string_view name,
                        bool add_dot_0) {
  DoubleStyle style;
  style.alternate = spec.alternate;
  style.precision = spec.precision >= 0 ? int(spec.precision) : 6;
  bool upper = false, percent = false;
  switch (spec.type) {
    case 0:
      style.add_dot_0 = add_dot_0;
      style.code = spec.precision >= 0 ? 'g' : 'r';
      break;
    case 'E': upper = true; [[fallthrough]];
    case 'e': style.code = 'e'; break;
    case 'F': upper = true; [[fallthrough]];
    case 'f': style.code = 'f'; break;
    case 'G': upper = true; [[fallthrough]];
    case 'g':
    case 'n': style.code = 'g'; break;
    case '%':
      style.code = 'f';
      value *= 100;
      percent = true;
      break;
    default: unknown_format_code(spec.type, name); return {};
  }
  const std::string formatted = format_double(value, style);
  std::string changed;  // where it cannot stay as it is
  std::string_view text = formatted;
  Number number;
  if (text[0] == '-') {
    number.negative = true;
    text.remove_prefix(1);
  }
  if (spec.coerce_zero && number.negative && text.find_first_of("123456789in") == text.npos) {
    number.negative = false;
  }
  if (upper || percent) {
    changed = text;
    if (upper) {
      for (char& c : changed) c = char(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    if (percent) changed += '%';
    text = changed;
  }
  size_t whole = 0;  // digits before the point; an infinity has none
  while (whole < text.size() && text[whole] >= '0' && text[whole] <= '9') ++whole;
  number.digits = text.substr(0, whole);
  number.rest = text.substr(whole);
  return assembled(number, spec, 3);
}

namespace {

bool integer_flags(const FormatSpec& spec) {
  if (spec.precision >= 0) {
    raise_value_error({"Precision not allowed in integer format specifier"});
  } else if (spec.coerce_zero) {
    raise_value_error({"Negative zero coercion (z) not allowed in integer format specifier"});
  } else if (spec.type == 'c' && spec.sign) {
    raise_value_error({"Sign not allowed with integer format specifier 'c'"});
  } else if (spec.type == 'c' && spec.alternate) {
    raise_value_error({"Alternate form (#) not allowed with integer format specifier 'c'"});
  } else {
    return true;
  }
  return false;
}

Ref format_character(Value value, const FormatSpec& spec) {
  int64_t code;
  if (!as_int64(value, code)) {
    return raise_error(types.OverflowError, "Python int too large to convert to C long");
  }
  if (code < 0 || code > int64_t(utf8::kMaxCodePoint)) {
    return raise_error(types.OverflowError, "%c arg not in range(0x110000)");
  }
  std::string text;
  utf8::append(text, uint32_t(code));
  return padded({}, {text}, 1, spec, align_of(spec, '>'));
}

Ref format_integer(Value value, const FormatSpec& spec) {
  int base = 10;
  const char* prefix = "";
  switch (spec.type) {
    case 0:
    case 'd':
    case 'n': break;
    case 'b':
      base = 2;
      prefix = "0b";
      break;
    case 'o':
      base = 8;
      prefix = "0o";
      break;
    case 'x':
      base = 16;
      prefix = "0x";
      break;
    case 'X':
      base = 16;
      prefix = "0X";
      break;
    case 'c':
      if (!integer_flags(spec)) return {};
      return format_character(value, spec);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      double number;
      if (!as_double(value, number)) return {};
      return format_double_value(number, spec, type_name(value));
    }
    default: unknown_format_code(spec.type, type_name(value)); return {};
  }
  if (!integer_flags(spec)) return {};
  std::string text;
  if (base == 10) {
    if (!decimal_text(value, text)) return {};
  } else {
    text = int_to_text(value, base);
  }
  if (spec.type == 'X') {
    for (char& c : text) c = char(c >= 'a' ? c - 32 : c);
  }
  Number number;
  number.digits = text;
  if (text[0] == '-') {
    number.negative = true;
    number.digits.remove_prefix(1);
  }
  if (spec.alternate) number.prefix = prefix;
  return assembled(number, spec, base == 10 ? 3 : 4);
}

Ref format_text(Value value, const FormatSpec& spec) {
  if (spec.type != 0 && spec.type != 's') {
    unknown_format_code(spec.type, type_name(value));
    return {};
  }
  if (spec.sign) {
    return raise_value_error(
        {spec.sign == ' ' ? "Space" : "Sign", " not allowed in string format specifier"});
  }
  if (spec.coerce_zero) {
    return raise_value_error({"Negative zero coercion (z) not allowed in string format specifier"});
  }
  if (spec.alternate) {
    return raise_value_error({"Alternate form (#) not allowed in string format specifier"});
  }
  if (spec.align == '=') {
    return raise_value_error({"'=' alignment not allowed in string format specifier"});
  }
  const Str* text = as<Str>(value);
  std::string_view shown = text->view();
  size_t length = text->length;
  if (spec.precision >= 0 && size_t(spec.precision) < length) {
    length = size_t(spec.precision);
    shown = shown.substr(0, text->ascii() ? length : utf8::offset_of(shown, length));
  }
  return padded({}, {shown}, length, spec, align_of(spec, '<'));
}

}  // namespace

Ref format_builtin(Value value, std::string_view specification) {
  if (specification.empty()) return str_fast(value);
  FormatSpec spec;
  if (!parse_format_spec(specification, type_name(value), spec)) return {};
  int64_t length = std::max<int64_t>(spec.width, is<Str>(value) ? 0 : spec.precision);
  if (length > 0 && !heap::has_room(uint64_t(length))) return {};
  if (is<Str>(value)) {
    if (spec.grouping && spec.type == 0) {
      return raise_value_error(
          {"Cannot specify '", std::string_view(&spec.grouping, 1), "' with 's'."});
    }
    return format_text(value, spec);
  }
  if (is<Float>(value)) return format_double_value(float_of(value), spec, type_name(value));
  return format_integer(value, spec);
}

}  // namespace awaitscope
