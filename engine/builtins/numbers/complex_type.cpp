// The type complex.
// Specified in: https://docs.python.org/3.11/library/stdtypes.html#numeric-types-int-float-complex

#include <cmath>
#include <cstdlib>

#include "engine/builtins/numbers/number_types.h"
#include "engine/compat/float_text.h"
#include "engine/machine/warnings.h"
#include "engine/objects/complex.h"
#include "engine/objects/containers.h"
#include "engine/objects/format_spec.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

using Definition = NativeDefinition;

struct Parts {
  double real = 0, imaginary = 0;
};

// Of any number; 0: it is none, -1: an error is pending.
int parts_of(Value value, Parts& parts) {
  if (is_complex(value)) {
    parts = {as_complex(value)->real, as_complex(value)->imaginary};
    return 1;
  }
  if (!is_number(value)) return 0;
  parts.imaginary = 0;
  return as_double(value, parts.real) ? 1 : -1;
}

Ref of_class(Type* type, Parts parts) {
  auto* made = make_object<Complex>(type, 0);
  made->real = parts.real;
  made->imaginary = parts.imaginary;
  return Ref::adopt(made);
}

// --- complex(...) ---

std::string part_text(double value) {
  std::string text = float_repr(value);
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.resize(text.size() - 2);
  return text;
}

// The longest number at the begin; false: there is none.
bool take_number(std::string_view& text, double& out) {
  for (size_t size = text.size(); size > 0; --size) {
    if (isspace(uint8_t(text[size - 1])) || !parse_double(text.substr(0, size), out)) continue;
    if (isspace(uint8_t(text[0]))) return false;
    text.remove_prefix(size);
    return true;
  }
  return false;
}

bool is_unit(std::string_view text) { return !text.empty() && (text[0] == 'j' || text[0] == 'J'); }

// A sign alone, before j, stands for 1.
bool take_imaginary(std::string_view& text, double& out) {
  if (take_number(text, out)) return true;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return is_unit(text) && (out = 1, true);
  out = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  return is_unit(text);
}

bool parse_complex(std::string_view text, Parts& parts) {
  auto strip = [&] {
    while (!text.empty() && isspace(uint8_t(text.front()))) text.remove_prefix(1);
    while (!text.empty() && isspace(uint8_t(text.back()))) text.remove_suffix(1);
  };
  strip();
  if (text.size() > 1 && text.front() == '(' && text.back() == ')') {
    text = text.substr(1, text.size() - 2);
    strip();
  }
  if (text.empty()) return false;
  double number;
  if (!take_imaginary(text, number)) return false;
  if (is_unit(text)) {
    parts.imaginary = number;
    return text.size() == 1;
  }
  parts.real = number;
  if (text.empty()) return true;
  if (text[0] != '+' && text[0] != '-') return false;
  return take_imaginary(text, parts.imaginary) && is_unit(text) && text.size() == 1;
}

// What is no number yet: asked for one by its methods.
Native number_from(Ref value, bool first) {
  const std::pair<Special, const char*> methods[] = {{Special::float_, "__float__"},
                                                     {Special::index, "__index__"}};
  if (first) {
    Ref method = co_await get_attribute(value, intern("__complex__"));
    if (method) {
      CO_TRY(made, call(method));
      if (is_complex(made)) co_return made;
      co_return raise_type_error(
          {type_name(value), ".__complex__() must return a complex, not ", type_name(made)});
    }
    take_pending();
  }
  for (auto [special, name] : methods) {
    Value method = find_special(type_of(value), special);
    if (!method) continue;
    CO_TRY(made, call(method, value));
    if (is_number(made)) co_return made;
    co_return raise_type_error(
        {type_name(value), ".", name, " returned non-float (type ", type_name(made), ")"});
  }
  if (first) {
    co_return raise_type_error(
        {since(Version::V3_14) ? "complex() argument must be a string or a number, not "
                               : "complex() first argument must be a string or a number, not ",
         since(Version::V3_14) ? "" : "'", type_name(value), since(Version::V3_14) ? "" : "'"});
  }
  co_return raise_type_error({since(Version::V3_14)
                                  ? "complex() argument 'imag' must be a real number, not "
                                  : "complex() second argument must be a number, not '",
                              type_name(value), since(Version::V3_14) ? "" : "'"});
}

Native complex_new(Args args) {
  Type* type = as<Type>(args[0]);
  Ref real = args[1] ? args[1] : Value(), imaginary = args[2] ? args[2] : Value();
  if (real && is<Str>(real)) {
    if (imaginary) {
      co_return raise_type_error({since(Version::V3_14)
                                      ? "complex() argument 'real' must be a real number, not str"
                                      : "complex() can't take second arg if first is a string"});
    }
    Parts parts;
    if (!parse_complex(ascii_digits(text_of(real)), parts))
      co_return raise_value_error({"complex() arg is a malformed string"});
    co_return of_class(type, parts);
  }
  if (imaginary && is<Str>(imaginary)) {
    co_return raise_type_error({since(Version::V3_14)
                                    ? "complex() argument 'imag' must be a real number, not str"
                                    : "complex() second arg can't be a string"});
  }
  for (auto [part, name] : {std::pair(real.get(), "real"), std::pair(imaginary.get(), "imag")}) {
    // Since 3.14 a complex number is no part of one, where both are given.
    if (!since(Version::V3_14) || !imaginary || !part || !is_complex(part)) continue;
    std::string words =
        concat({"complex() argument '", name, "' must be a real number, not complex"});
    if (!warn_of_use(types.DeprecationWarning, words)) co_return Ref();
  }
  Parts a, b;
  if (real) {
    if (type == complex_type && !imaginary && type_of(real) == complex_type) co_return real;
    if (!is_complex(real) && !is_number(real)) {
      CO_TRY(made, number_from(real, true));
      real = made;
    }
    if (parts_of(real, a) < 0) co_return Ref();
  }
  if (imaginary) {
    if (!is_complex(imaginary) && !is_number(imaginary)) {
      CO_TRY(made, number_from(imaginary, false));
      imaginary = made;
    }
    if (parts_of(imaginary, b) < 0) co_return Ref();
    // What only adds a zero is not added: that would lose the sign of another one.
    a = {is_complex(imaginary) ? a.real - b.imaginary : a.real,
         real && is_complex(real) ? a.imaginary + b.real : b.real};
  }
  co_return of_class(type, a);
}

// --- text ---

Ref complex_repr(Args& args) {
  const Complex* self = as_complex(args[0]);
  std::string imaginary = part_text(self->imaginary) + "j";
  if (self->real == 0 && !std::signbit(self->real)) return new_str(imaginary);
  bool signed_already = imaginary[0] == '-';
  return new_str(concat({"(", part_text(self->real), signed_already ? "" : "+", imaginary, ")"}));
}

Ref complex_format(Args& args) {
  if (!is<Str>(args[1])) {
    return raise_type_error({"__format__() argument must be str, not ", type_name(args[1])});
  }
  if (text_of(args[1]).empty()) return complex_repr(args);
  FormatSpec spec;
  if (!parse_format_spec(text_of(args[1]), "complex", spec)) return {};
  if (spec.type && std::string_view("eEfFgGn").find(char(spec.type)) == std::string_view::npos) {
    unknown_format_code(spec.type, "complex");
    return {};
  }
  if (spec.fill == "0" || spec.align == '=') {
    return raise_value_error({spec.align == '=' && spec.fill != "0"
                                  ? "'=' alignment flag is not allowed in complex format specifier"
                                  : "Zero padding is not allowed in complex format specifier"});
  }
  const Complex* self = as_complex(args[0]);
  auto part = [&](double value, char sign) {
    FormatSpec alone = spec;
    alone.width = -1;
    alone.sign = sign;
    Ref text = format_double_value(value, alone, "complex", false);
    return text ? std::string(text_of(text)) : std::string();
  };
  const bool bare = !spec.type && self->real == 0 && !std::signbit(self->real);
  std::string text = bare ? part(self->imaginary, spec.sign) + "j"
                          : part(self->real, spec.sign) + part(self->imaginary, '+') + "j";
  if (is_pending()) return {};
  if (!spec.type && !bare) text = "(" + text + ")";
  return padded({}, {text}, text.size(), spec, spec.align ? spec.align : '>');
}

// --- arithmetic ---

enum class How { Add, Subtract, Multiply, Divide, Power };

Ref operation(How how, Parts a, Parts b) {
  switch (how) {
    case How::Add: return new_complex(a.real + b.real, a.imaginary + b.imaginary);
    case How::Subtract: return new_complex(a.real - b.real, a.imaginary - b.imaginary);
    case How::Multiply:
      return new_complex(a.real * b.real - a.imaginary * b.imaginary,
                         a.real * b.imaginary + a.imaginary * b.real);
    case How::Divide: {
      // By the larger part of the divisor first: so nothing overflows that need not.
      if (b.real == 0 && b.imaginary == 0) {
        return raise_error(types.ZeroDivisionError,
                           since(Version::V3_14) ? "division by zero" : "complex division by zero");
      }
      if (std::fabs(b.real) >= std::fabs(b.imaginary)) {
        double ratio = b.imaginary / b.real, divisor = b.real + b.imaginary * ratio;
        return new_complex((a.real + a.imaginary * ratio) / divisor,
                           (a.imaginary - a.real * ratio) / divisor);
      }
      double ratio = b.real / b.imaginary, divisor = b.real * ratio + b.imaginary;
      return new_complex((a.real * ratio + a.imaginary) / divisor,
                         (a.imaginary * ratio - a.real) / divisor);
    }
    default: return complex_power(a.real, a.imaginary, b.real, b.imaginary);
  }
}

// Since 3.14 a real number has no imaginary part, rather than one that is zero: C's annex G.
Ref with_real(How how, Parts a, double b) {
  switch (how) {
    case How::Add: return new_complex(a.real + b, a.imaginary);
    case How::Subtract: return new_complex(a.real - b, a.imaginary);
    case How::Multiply: return new_complex(a.real * b, a.imaginary * b);
    default: return new_complex(a.real / b, a.imaginary / b);
  }
}
Ref real_with(How how, double a, Parts b) {
  switch (how) {
    case How::Subtract: return new_complex(a - b.real, -b.imaginary);
    case How::Add:
    case How::Multiply: return with_real(how, b, a);
    default: break;
  }
  if (b.real == 0 && b.imaginary == 0) return operation(how, {a, 0}, b);
  if (std::fabs(b.real) >= std::fabs(b.imaginary)) {
    double ratio = b.imaginary / b.real, divisor = b.real + b.imaginary * ratio;
    return new_complex(a / divisor, -a * ratio / divisor);
  }
  double ratio = b.real / b.imaginary, divisor = b.real * ratio + b.imaginary;
  return new_complex(a * ratio / divisor, -a / divisor);
}

template <How how, bool reflected>
Ref binary(Args& args) {
  Parts a, b;
  if (how == How::Power && args[2] && !args[2].is_none())
    return raise_value_error({"complex modulo"});
  int left = parts_of(args[reflected ? 1 : 0], a), right = parts_of(args[reflected ? 0 : 1], b);
  if (left < 0 || right < 0) return {};
  if (!left || !right) return Value::not_implemented();
  bool left_is_real = !is_complex(args[reflected ? 1 : 0]);
  bool right_is_real = !is_complex(args[reflected ? 0 : 1]);
  if (how != How::Power && since(Version::V3_14)) {
    if (left_is_real) return real_with(how, a.real, b);
    if (right_is_real && (how != How::Divide || b.real != 0)) return with_real(how, a, b.real);
  }
  return operation(how, a, b);
}

template <bool wanted>
Ref complex_eq(Args& args) {
  if (!is_complex(args[1]) && !is_number(args[1])) return Value::not_implemented();
  return Value::boolean(equal_complex(args[0], args[1]) == wanted);
}
Ref complex_hash(Args& args) { return new_int(int64_t(hash_complex(args[0]))); }

Ref complex_truth(Args& args) {
  return Value::boolean(as_complex(args[0])->real != 0 || as_complex(args[0])->imaginary != 0);
}
Ref complex_negative(Args& args) {
  return new_complex(-as_complex(args[0])->real, -as_complex(args[0])->imaginary);
}
Ref complex_itself(Args& args) {
  return type_of(args[0]) == complex_type
             ? Ref(args[0])
             : new_complex(as_complex(args[0])->real, as_complex(args[0])->imaginary);
}
Ref complex_absolute(Args& args) {
  const Complex* self = as_complex(args[0]);
  double size = std::hypot(self->real, self->imaginary);
  if (std::isinf(size) && std::isfinite(self->real) && std::isfinite(self->imaginary))
    return raise_error(types.OverflowError, "absolute value too large");
  return new_float(size);
}
Ref complex_conjugate(Args& args) {
  return new_complex(as_complex(args[0])->real, -as_complex(args[0])->imaginary);
}
Ref complex_real(Args& args) { return new_float(as_complex(args[0])->real); }
Ref complex_imaginary(Args& args) { return new_float(as_complex(args[0])->imaginary); }
Ref complex_new_arguments(Args& args) {
  return new_tuple({complex_real(args), complex_imaginary(args)});
}

const Definition kComplex[] = {
    static_method("__new__", "(cls, real=<null>, imag=<null>)", complex_new),
    method("__repr__", "(self, /)", complex_repr),
    method("__format__", "(self, format_spec, /)", complex_format),
    method("__hash__", "(self, /)", complex_hash),
    method("__eq__", "(self, value, /)", complex_eq<true>),
    method("__ne__", "(self, value, /)", complex_eq<false>),
    method("__bool__", "(self, /)", complex_truth),
    method("__neg__", "(self, /)", complex_negative),
    method("__pos__", "(self, /)", complex_itself),
    method("__abs__", "(self, /)", complex_absolute),
    method("__complex__", "(self, /)", complex_itself),
    method("__add__", "(self, value, /)", binary<How::Add, false>),
    method("__radd__", "(self, value, /)", binary<How::Add, true>),
    method("__sub__", "(self, value, /)", binary<How::Subtract, false>),
    method("__rsub__", "(self, value, /)", binary<How::Subtract, true>),
    method("__mul__", "(self, value, /)", binary<How::Multiply, false>),
    method("__rmul__", "(self, value, /)", binary<How::Multiply, true>),
    method("__truediv__", "(self, value, /)", binary<How::Divide, false>),
    method("__rtruediv__", "(self, value, /)", binary<How::Divide, true>),
    method("__pow__", "(self, value, mod=None, /)", binary<How::Power, false>),
    method("__rpow__", "(self, value, mod=None, /)", binary<How::Power, true>),
    method("__getnewargs__", "(self, /)", complex_new_arguments),
    method("conjugate", "(self, /)", complex_conjugate),
    getter("real", complex_real),
    getter("imag", complex_imaginary),
};

}  // namespace

void register_complex_type() {
  TypeSpec spec;
  spec.name = "complex";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(Complex);
  spec.methods = kComplex;
  spec.slots.destroy = destroy_native<Complex>;
  complex_type = new_builtin_type(spec);
}

}  // namespace awaitscope
