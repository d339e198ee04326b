#include "engine/compile/constants.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "engine/compat/float_text.h"

namespace awaitscope {
namespace {

// Digits as the tokenizer leaves them: decimal, or with the prefix 0x, 0o or 0b.
std::optional<uint64_t> parse_digits(std::string_view digits) {
  unsigned base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    char mark = char(digits[1] | 0x20);
    base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
    if (base != 10) digits.remove_prefix(2);
  }
  uint64_t value = 0;
  for (char c : digits) {
    unsigned digit = c <= '9' ? unsigned(c - '0') : unsigned((c | 0x20) - 'a' + 10);
    if (__builtin_mul_overflow(value, uint64_t(base), &value) ||
        __builtin_add_overflow(value, uint64_t(digit), &value)) {
      return std::nullopt;
    }
  }
  return value;
}

std::string repr_of_text(std::string_view text, bool bytes) {
  char quote = text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\'';
  std::string out(1, quote);
  for (char c : text) {
    unsigned char byte = static_cast<unsigned char>(c);
    if (c == quote || c == '\\')
      (out += '\\') += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else if (byte < 32 || byte == 127 || (bytes && byte > 127)) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\x%02x", byte);
      out += escape;
    } else {
      out += c;
    }
  }
  return out + quote;
}

std::string repr_of_items(const std::vector<Constant>& items) {
  std::string out;
  for (const Constant& item : items) {
    if (!out.empty()) out += ", ";
    out += repr(item);
  }
  return out;
}

}  // namespace

Constant int_constant(int64_t value) {
  Constant constant;
  constant.kind = Constant::Kind::Int;
  constant.integer = value;
  return constant;
}

Constant str_constant(std::string_view text) {
  Constant constant;
  constant.kind = Constant::Kind::Str;
  constant.text = std::string(text);
  return constant;
}

Constant tuple_constant(std::vector<Constant> items) {
  Constant constant;
  constant.kind = Constant::Kind::Tuple;
  constant.items = std::move(items);
  return constant;
}

Constant constant_of(ast::ConstantKind singleton) {
  Constant constant;
  constant.kind = singleton == ast::ConstantKind::True       ? Constant::Kind::True
                  : singleton == ast::ConstantKind::False    ? Constant::Kind::False
                  : singleton == ast::ConstantKind::Ellipsis ? Constant::Kind::Ellipsis
                                                             : Constant::Kind::None;
  return constant;
}

Constant constant_of(const ast::Constant* node) {
  Constant constant;
  switch (node->value) {
    case ast::ConstantKind::None:
    case ast::ConstantKind::True:
    case ast::ConstantKind::False:
    case ast::ConstantKind::Ellipsis: return constant_of(node->value);
    case ast::ConstantKind::Int: {
      std::optional<uint64_t> value = parse_digits(node->text);
      if (value && *value <= uint64_t(INT64_MAX)) return int_constant(int64_t(*value));
      constant.kind = Constant::Kind::BigInt;
      constant.text = std::string(node->text);
      return constant;
    }
    case ast::ConstantKind::Float:
    case ast::ConstantKind::Imaginary:
      constant.kind =
          node->value == ast::ConstantKind::Float ? Constant::Kind::Float : Constant::Kind::Complex;
      constant.number = node->number;
      return constant;
    case ast::ConstantKind::Str: return str_constant(node->text);
    case ast::ConstantKind::Bytes:
      constant.kind = Constant::Kind::Bytes;
      constant.text = std::string(node->text);
      return constant;
  }
  return constant;
}

bool is_true(const Constant& constant) {
  switch (constant.kind) {
    case Constant::Kind::None:
    case Constant::Kind::False: return false;
    case Constant::Kind::Int: return constant.integer != 0;
    case Constant::Kind::Float:
    case Constant::Kind::Complex: return constant.number != 0;
    case Constant::Kind::Str:
    case Constant::Kind::Bytes: return !constant.text.empty();
    case Constant::Kind::Tuple:
    case Constant::Kind::FrozenSet: return !constant.items.empty();
    default: return true;
  }
}

std::string repr(const Constant& constant) {
  switch (constant.kind) {
    case Constant::Kind::None: return "None";
    case Constant::Kind::True: return "True";
    case Constant::Kind::False: return "False";
    case Constant::Kind::Ellipsis: return "Ellipsis";
    case Constant::Kind::Int: return std::to_string(constant.integer);
    case Constant::Kind::BigInt: return constant.text;
    case Constant::Kind::Float: return float_repr(constant.number);
    case Constant::Kind::Complex: {
      std::string number = float_repr(constant.number);
      if (number.ends_with(".0")) number.resize(number.size() - 2);
      return number + "j";
    }
    case Constant::Kind::Str: return repr_of_text(constant.text, false);
    case Constant::Kind::Bytes: return "b" + repr_of_text(constant.text, true);
    case Constant::Kind::Tuple:
      return "(" + repr_of_items(constant.items) + (constant.items.size() == 1 ? ",)" : ")");
    case Constant::Kind::FrozenSet: return "frozenset({" + repr_of_items(constant.items) + "})";
    case Constant::Kind::Code: return "<code " + constant.code->qualname + ">";
  }
  return "";
}

}  // namespace awaitscope
