// Methods of str about the kind of its characters: upper, title, isalpha, isidentifier ...

#include "engine/builtins/text/str_methods.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/identifiers.h"
#include "engine/unicode/unicode.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

using Definition = NativeDefinition;

constexpr uint32_t kCapitalSigma = 0x3a3, kSmallSigma = 0x3c3, kFinalSigma = 0x3c2;

// Does the word end here, so that a capital sigma becomes the final small one?
bool ends_word(std::string_view text, size_t before, size_t after) {
  bool cased = false;
  for (size_t at = before; at > 0;) {
    --at;
    while (utf8::is_continuation(text[at])) --at;
    const char* from = text.data() + at;
    uint32_t code = utf8::decode(from);
    if (unicode::is_case_ignorable(code)) continue;
    cased = unicode::is_cased(code);
    break;
  }
  if (!cased) return false;
  for (const char *at = text.data() + after, *end = text.data() + text.size(); at < end;) {
    uint32_t code = utf8::decode(at);
    if (unicode::is_case_ignorable(code)) continue;
    return !unicode::is_cased(code);
  }
  return true;
}

void append_lower_at(std::string& out, std::string_view text, const char* begin, const char* end,
                     uint32_t code) {
  if (code == kCapitalSigma) {
    bool final = ends_word(text, size_t(begin - text.data()), size_t(end - text.data()));
    utf8::append(out, final ? kFinalSigma : kSmallSigma);
  } else {
    unicode::append_lower(out, code);
  }
}

// What each character becomes: convert(out, text, begin, end, code).
template <class Convert>
Ref converted(Value value, Convert convert) {
  std::string_view text = text_of(value);
  std::string out;
  out.reserve(text.size());
  for (const char *at = text.data(), *end = at + text.size(); at < end;) {
    const char* begin = at;
    uint32_t code = utf8::decode(at);
    convert(out, text, begin, at, code);
  }
  return new_str(out);
}

// Of ASCII text: every byte by itself, into memory of the right size at once.
template <char first, char last>
Ref ascii_converted(const Str* text) {
  Str* made = new_str_uninitialized(text->size, text->size);
  if (!made) return {};
  for (uint32_t i = 0; i < text->size; ++i) {
    char c = text->data[i];
    made->data[i] = c >= first && c <= last ? char(c ^ 32) : c;
  }
  return Ref::adopt(made);
}

Ref str_lower(Args& args) {
  const Str* text = as<Str>(args[0]);
  if (text->ascii()) return ascii_converted<'A', 'Z'>(text);
  return converted(args[0], append_lower_at);
}

Ref str_upper(Args& args) {
  const Str* text = as<Str>(args[0]);
  if (text->ascii()) return ascii_converted<'a', 'z'>(text);
  return converted(args[0], [](std::string& out, auto, auto, auto, uint32_t code) {
    unicode::append_upper(out, code);
  });
}

Ref str_casefold(Args& args) {
  return converted(args[0], [](std::string& out, auto, auto, auto, uint32_t code) {
    unicode::append_folded(out, code);
  });
}

Ref str_swapcase(Args& args) {
  return converted(args[0], [](std::string& out, std::string_view text, const char* begin,
                               const char* end, uint32_t code) {
    if (unicode::is_upper(code)) {
      append_lower_at(out, text, begin, end, code);
    } else if (unicode::is_lower(code)) {
      unicode::append_upper(out, code);
    } else {
      utf8::append(out, code);
    }
  });
}

Ref str_title(Args& args) {
  bool inside = false;
  return converted(args[0], [&inside](std::string& out, std::string_view text, const char* begin,
                                      const char* end, uint32_t code) {
    if (inside) {
      append_lower_at(out, text, begin, end, code);
    } else {
      unicode::append_title(out, code);
    }
    inside = unicode::is_cased(code);
  });
}

Ref str_capitalize(Args& args) {
  bool first = true;
  return converted(args[0], [&first](std::string& out, std::string_view text, const char* begin,
                                     const char* end, uint32_t code) {
    if (first) {
      unicode::append_title(out, code);
    } else {
      append_lower_at(out, text, begin, end, code);
    }
    first = false;
  });
}

// Not empty, and all characters are of that kind.
template <bool (*is_kind)(uint32_t)>
Ref str_all(Args& args) {
  std::string_view text = text_of(args[0]);
  for (const char *at = text.data(), *end = at + text.size(); at < end;) {
    if (!is_kind(utf8::decode(at))) return Value::boolean(false);
  }
  return Value::boolean(!text.empty());
}

bool is_alnum(uint32_t code) {
  return unicode::is_alpha(code) || unicode::is_decimal(code) || unicode::is_digit(code) ||
         unicode::is_numeric(code);
}

Ref str_isprintable(Args& args) {
  return as<Str>(args[0])->size == 0 ? Ref(Value::boolean(true))
                                     : str_all<unicode::is_printable>(args);
}

Ref str_isascii(Args& args) { return Value::boolean(as<Str>(args[0])->ascii()); }

Ref str_isidentifier(Args& args) {
  std::string_view text = text_of(args[0]);
  bool first = true;
  for (const char *at = text.data(), *end = at + text.size(); at < end; first = false) {
    uint32_t code = utf8::decode(at);
    bool fits = first ? is_identifier_start(code) : is_identifier_part(code);
    if (!fits) return Value::boolean(false);
  }
  return Value::boolean(!text.empty());
}

// All cased characters have that case, and there is one.
template <bool (*wanted)(uint32_t), bool (*other)(uint32_t)>
Ref str_has_case(Args& args) {
  std::string_view text = text_of(args[0]);
  bool any = false;
  for (const char *at = text.data(), *end = at + text.size(); at < end;) {
    uint32_t code = utf8::decode(at);
    if (other(code) || unicode::is_title(code)) return Value::boolean(false);
    any = any || wanted(code);
  }
  return Value::boolean(any);
}

Ref str_istitle(Args& args) {
  std::string_view text = text_of(args[0]);
  bool any = false, inside = false;
  for (const char *at = text.data(), *end = at + text.size(); at < end;) {
    uint32_t code = utf8::decode(at);
    if (unicode::is_upper(code) || unicode::is_title(code)) {
      if (inside) return Value::boolean(false);
      inside = any = true;
    } else if (unicode::is_lower(code)) {
      if (!inside) return Value::boolean(false);
      any = true;
    } else {
      inside = false;
    }
  }
  return Value::boolean(any);
}

constexpr char kSelfOnly[] = "(self, /)";

const Definition kCaseMethods[] = {
    method("lower", kSelfOnly, str_lower),
    method("upper", kSelfOnly, str_upper),
    method("casefold", kSelfOnly, str_casefold),
    method("swapcase", kSelfOnly, str_swapcase),
    method("title", kSelfOnly, str_title),
    method("capitalize", kSelfOnly, str_capitalize),
    method("isalpha", kSelfOnly, str_all<unicode::is_alpha>),
    method("isalnum", kSelfOnly, str_all<is_alnum>),
    method("isdecimal", kSelfOnly, str_all<unicode::is_decimal>),
    method("isdigit", kSelfOnly, str_all<unicode::is_digit>),
    method("isnumeric", kSelfOnly, str_all<unicode::is_numeric>),
    method("isspace", kSelfOnly, str_all<unicode::is_space>),
    method("isprintable", kSelfOnly, str_isprintable),
    method("isascii", kSelfOnly, str_isascii),
    method("isidentifier", kSelfOnly, str_isidentifier),
    method("islower", kSelfOnly, str_has_case<unicode::is_lower, unicode::is_upper>),
    method("isupper", kSelfOnly, str_has_case<unicode::is_upper, unicode::is_lower>),
    method("istitle", kSelfOnly, str_istitle),
};

}  // namespace

std::span<const NativeDefinition> str_case_methods() { return kCaseMethods; }

}  // namespace awaitscope
