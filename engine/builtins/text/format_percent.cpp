// format % arguments, of str and of bytes: bytes are gone through as the text that has a character
// for each of them.
// Specified in: https://docs.python.org/3.11/library/stdtypes.html#printf-style-string-formatting

#include "engine/builtins/text/format_percent.h"

#include <algorithm>

#include "engine/builtins/text/bytes.h"
#include "engine/machine/native.h"
#include "engine/objects/containers.h"
#include "engine/objects/format_double.h"
#include "engine/objects/integer.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/unicode.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

std::string text_of_bytes(std::string_view bytes) {
  std::string text;
  for (char byte : bytes) utf8::append(text, uint8_t(byte));
  return text;
}
std::string bytes_of_text(std::string_view text) {
  std::string bytes;
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) bytes += char(utf8::decode(at));
  return bytes;
}

// One conversion, or the text between two.
struct Piece {
  std::string literal;  // where conversion is 0
  uint32_t conversion = 0;
  bool left = false, plus = false, space = false, zero = false, alternate = false;
  int64_t width = -1, precision = -1;
  Ref value;
  bool of_bytes = false;
  std::string argument;  // which of the arguments the value is, as 3.15 says it: " 2", " 'key'"
};

// Goes through a format and takes what it converts from the arguments.
class Parser {
 public:
  Parser(std::string_view format, bool of_bytes, Value arguments)
      : format_(format), arguments_(arguments), of_bytes_(of_bytes) {
    tuple_ = as_if<Tuple>(arguments);
    mapping_ = !tuple_ && !is<Str>(arguments) && !(of_bytes && bytes_like(arguments)) &&
               bool(find_special(type_of(arguments), Special::getitem));
  }

  enum class Step : uint8_t { Piece, Key, End, Failed };
  // Piece: `piece` is complete. Key: look `key()` up in the mapping and give_value() it.
  Step next(Piece& piece);
  Ref key() const { return of_bytes_ ? new_bytes(bytes_of_text(key_)) : new_str(key_); }
  Step give_value(Piece& piece, Ref value) {
    single_ = std::move(value);
    have_single_ = true;
    return after_key(piece);
  }

 private:
  bool more() const { return at_ < format_.size(); }
  Step fail(Type* type, std::string_view message) {
    raise_error(type, message);
    return Step::Failed;
  }
  // What is wrong with the format itself; `before_3_15` where it did not say where.
  Step fail_format(std::string_view what, std::string_view before_3_15) {
    return fail(types.ValueError, since(Version::V3_15)
                                      ? concat({what, " at position ", std::to_string(position())})
                                      : std::string(before_3_15));
  }
  Step fail_stray() { return fail_format("stray %", "incomplete format"); }
  Step fail_conversion(uint32_t conversion, size_t index);
  size_t position() const { return utf8::length_of(format_.substr(0, percent_)); }
  Step after_key(Piece& piece);
  bool take(Ref& out);
  std::string argument() const {
    return keyed_now_ ? concat({" ", of_bytes_ ? quote_bytes(bytes_of_text(key_)) : quote(key_)})
           : tuple_ ? concat({" ", std::to_string(taken_)})
                      : "";
  }
  bool take_size(int64_t& out, std::string_view too_big, bool& left);

  std::string_view format_;
  Value arguments_;
  const Tuple* tuple_;
  bool of_bytes_, mapping_, keyed_ = false, have_single_ = false;
  bool keyed_now_ = false;       // the conversion at hand has a key
  size_t at_ = 0, percent_ = 0;  // percent_: where the conversion at hand begins
  uint32_t taken_ = 0;
  std::string key_;
  Ref single_;
};

bool Parser::take(Ref& out) {
  if (have_single_) {
    out = std::exchange(single_, {});
    have_single_ = false;
    return true;
  }
  if (tuple_ ? taken_ < tuple_->size : taken_ == 0 && !keyed_) {
    out = tuple_ ? tuple_->items[taken_] : arguments_;
    ++taken_;
    return true;
  }
  if (!since(Version::V3_15)) {
    raise_type_error({"not enough arguments for format string"});
  } else if (keyed_) {
    fail_format("format requires a parenthesised mapping key", {});
  } else {
    raise_type_error({"not enough arguments for format string (got ", std::to_string(taken_), ")"});
  }
  return false;
}

bool Parser::take_size(int64_t& out, std::string_view too_big, bool& left) {
  if (more() && format_[at_] == '*') {
    ++at_;
    Ref value;
    if (keyed_now_ && since(Version::V3_15)) {
      fail_format("* cannot be used with a parenthesised mapping key", {});
      return false;
    }
    if (!take(value)) return false;
    if (!is_integer(value)) {
      if (since(Version::V3_15)) {
        raise_type_error(
            {"format argument", argument(), ": * requires int, not ", type_name(value)});
      } else {
        raise_type_error({"* wants int"});
      }
      return false;
    }
    if (!as_int64(value, out) || out > INT32_MAX || out < -INT32_MAX) {
      std::string_view what = too_big.substr(0, too_big.find(' '));
      raise_error(types.OverflowError,
                  since(Version::V3_15)
                      ? concat({"format argument", argument(), ": too big for ", what})
                      : "Python int too large to convert to C ssize_t");
      return false;
    }
    if (out < 0) {
      left = true;
      out = -out;
    }
    return true;
  }
  if (!more() || format_[at_] < '0' || format_[at_] > '9') return true;
  out = 0;
  for (; more() && format_[at_] >= '0' && format_[at_] <= '9'; ++at_) {
    out = out * 10 + (format_[at_] - '0');
    if (out > INT32_MAX) {
      fail_format(too_big, too_big);
      return false;
    }
  }
  return true;
}

Parser::Step Parser::next(Piece& piece) {
  piece = Piece();
  piece.of_bytes = of_bytes_;
  if (!more()) {
    bool all_taken = tuple_ ? taken_ >= tuple_->size : taken_ > 0 || mapping_;
    if (!all_taken) {
      std::string counts;
      if (since(Version::V3_15)) {
        counts = concat({" (required ", std::to_string(taken_), ", got ",
                         std::to_string(tuple_ ? tuple_->size : 1), ")"});
      }
      return fail(types.TypeError, concat({"not all arguments converted during ",
                                           of_bytes_ ? "bytes" : "string", " formatting", counts}));
    }
    return Step::End;
  }
  if (format_[at_] != '%') {
    size_t end = std::min(format_.find('%', at_), format_.size());
    piece.literal = format_.substr(at_, end - at_);
    at_ = end;
    return Step::Piece;
  }
  percent_ = at_++;
  keyed_now_ = false;
  if (!more()) return fail_stray();
  if (format_[at_] == '%') {
    ++at_;
    piece.literal = "%";
    return Step::Piece;
  }
  if (format_[at_] != '(') return after_key(piece);
  if (!mapping_) {
    return fail(types.TypeError, since(Version::V3_15) ? concat({"format requires a mapping, not ",
                                                                 type_name(arguments_)})
                                                       : "format requires a mapping");
  }
  size_t begin = ++at_;
  int depth = 1;
  for (; more() && depth > 0; ++at_) {
    if (format_[at_] == '(') ++depth;
    if (format_[at_] == ')') --depth;
  }
  if (depth > 0) return fail_format("stray % or incomplete format key", "incomplete format key");
  key_ = format_.substr(begin, at_ - 1 - begin);
  keyed_ = keyed_now_ = true;
  return Step::Key;
}

Parser::Step Parser::after_key(Piece& piece) {
  for (bool flags = true; flags && more();) {
    switch (format_[at_]) {
      case '-': piece.left = true; break;
      case '+': piece.plus = true; break;
      case ' ': piece.space = true; break;
      case '#': piece.alternate = true; break;
      case '0': piece.zero = true; break;
      default: flags = false; continue;
    }
    ++at_;
  }
  // The value for the key is the last thing taken; a * has nothing to take then.
  Ref value = std::exchange(single_, {});
  bool have_value = std::exchange(have_single_, false);
  if (!take_size(piece.width, "width too big", piece.left)) return Step::Failed;
  if (more() && format_[at_] == '.') {
    ++at_;
    piece.precision = 0;
    bool negative = false;
    if (!take_size(piece.precision, "precision too big", negative)) return Step::Failed;
    if (negative) piece.precision = 0;
  }
  int64_t length = std::max(piece.width, piece.precision);
  if (length > 0 && !heap::has_room(uint64_t(length))) return Step::Failed;
  if (more() && (format_[at_] == 'h' || format_[at_] == 'l' || format_[at_] == 'L')) ++at_;
  if (!more()) return fail_stray();
  const char* lead = format_.data() + at_;
  const char* after = lead;
  piece.conversion = utf8::decode(after);
  size_t index = utf8::length_of(format_.substr(0, at_));
  at_ += size_t(after - lead);
  if (have_value) {
    piece.value = std::move(value);
  } else if (!take(piece.value)) {
    return Step::Failed;
  }
  if (since(Version::V3_15)) piece.argument = argument();
  std::string_view known = of_bytes_ ? "diouxXeEfFgGcrsab" : "diouxXeEfFgGcrsa";
  if (piece.conversion < 128 && known.find(char(piece.conversion)) != known.npos) {
    if (of_bytes_ && piece.conversion == 's') piece.conversion = 'b';
    if (of_bytes_ && piece.conversion == 'r') piece.conversion = 'a';
    return Step::Piece;
  }
  return fail_conversion(piece.conversion, index);
}

Parser::Step Parser::fail_conversion(uint32_t conversion, size_t index) {
  char message[80];
  if (!since(Version::V3_15)) {
    bool printable = conversion > 31 && conversion < 128;
    snprintf(message, sizeof message, "unsupported format character '%c' (0x%x) at index %d",
             printable ? char(conversion) : '?', conversion, int(index));
    return fail(types.ValueError, message);
  }
  bool letter = (conversion | 0x20) >= 'a' && (conversion | 0x20) <= 'z';
  std::string shown;
  utf8::append(shown, conversion);
  if (letter) return fail_format(concat({"unsupported format %", shown}), {});
  if (of_bytes_ && conversion >= 128) {
    snprintf(message, sizeof message, "with code 0x%02x", conversion);
    return fail(types.ValueError, concat({"stray % at position ", std::to_string(position()),
                                          " or unexpected format character ", message,
                                          " at position ", std::to_string(index)}));
  }
  snprintf(message, sizeof message, "U+%04X", conversion);
  bool ascii = conversion < 128, printable = unicode::is_printable(conversion);
  std::string named = !printable ? message
                      : ascii    ? concat({"'", shown, "'"})
                                 : concat({"'", shown, "' (", message, ")"});
  return fail(types.ValueError, concat({"stray % at position ", std::to_string(position()),
                                        " or unexpected format character ", named, " at position ",
                                        std::to_string(index)}));
}

// --- conversions ---

void append_padded(std::string& out, const Piece& piece, std::string_view head,
                   std::string_view body, bool zeros) {
  int64_t missing = piece.width - int64_t(utf8::length_of(head) + utf8::length_of(body));
  size_t count = missing > 0 ? size_t(missing) : 0;
  bool zero_padded = zeros && piece.zero && !piece.left;
  if (!piece.left && !zero_padded) out.append(count, ' ');
  out += head;
  if (zero_padded) out.append(count, '0');
  out += body;
  if (piece.left) out.append(count, ' ');
}

void append_text(std::string& out, const Piece& piece, std::string_view text) {
  if (piece.precision >= 0) {
    text = text.substr(0, utf8::offset_of(text, size_t(piece.precision)));
  }
  append_padded(out, piece, {}, text, false);
}

std::string sign_of(const Piece& piece, bool negative) {
  return negative ? "-" : piece.plus ? "+" : piece.space ? " " : "";
}

bool append_integer(std::string& out, const Piece& piece, Value value) {
  int base = 10;
  std::string prefix;
  switch (piece.conversion) {
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
    default: break;
  }
  std::string digits;
  if (base == 10) {
    if (!decimal_text(value, digits)) return false;
  } else {
    digits = int_to_text(value, base);
  }
  bool negative = digits[0] == '-';
  if (negative) digits.erase(0, 1);
  if (piece.conversion == 'X') {
    for (char& c : digits) c = char(c >= 'a' ? c - 32 : c);
  }
  if (int64_t(digits.size()) < piece.precision) {
    digits.insert(0, size_t(piece.precision) - digits.size(), '0');
  }
  std::string head = sign_of(piece, negative);
  if (piece.alternate) head += prefix;
  append_padded(out, piece, head, digits, true);
  return true;
}

void append_double(std::string& out, const Piece& piece, double value) {
  DoubleStyle style;
  style.code = char(piece.conversion | 0x20);
  style.precision = piece.precision >= 0 ? int(piece.precision) : 6;
  style.alternate = piece.alternate;
  std::string text = format_double(value, style);
  bool negative = text[0] == '-';
  if (negative) text.erase(0, 1);
  if (piece.conversion < 'a') {
    for (char& c : text) c = char(c >= 'a' && c <= 'z' ? c - 32 : c);
  }
  append_padded(out, piece, sign_of(piece, negative), text, true);
}

// "%d format: a real number is required, not str"; since 3.15 which argument it is.
bool fail_argument(const Piece& piece, std::string_view wanted, std::string_view given,
                   std::string_view before_3_15) {
  char code = char(piece.conversion);
  if (!since(Version::V3_15)) {
    raise_type_error({before_3_15, given});
  } else {
    raise_type_error({"format argument", piece.argument, ": %", std::string_view(&code, 1),
                      " requires ", wanted, ", not ", given});
  }
  return false;
}

bool fail_character(const Piece& piece, std::string_view given) {
  if (!since(Version::V3_14)) {
    raise_type_error({"%c requires int or char"});
    return false;
  }
  return fail_argument(piece, "an integer or a unicode character", given,
                       "%c requires an int or a unicode character, not ");
}

bool append_character(std::string& out, const Piece& piece, Value value) {
  std::string text;
  if (const Str* string = as_if<Str>(value)) {
    if (string->length != 1) {
      return fail_character(piece, concat({"a string of length ", std::to_string(string->length)}));
    }
    text = string->view();
  } else {
    int64_t code;
    if (!is_integer(value)) return fail_character(piece, type_name(value));
    if (!as_int64(value, code) || code < 0 || code > int64_t(utf8::kMaxCodePoint)) {
      raise_error(types.OverflowError, since(Version::V3_15)
                                           ? concat({"format argument", piece.argument,
                                                     ": %c argument not in range(0x110000)"})
                                           : "%c arg not in range(0x110000)");
      return false;
    }
    utf8::append(text, uint32_t(code));
  }
  append_padded(out, piece, {}, text, false);
  return true;
}

// Of bytes: one of them, or its number.
bool append_byte(std::string& out, const Piece& piece, Value value) {
  int64_t code = 0;
  const Bytes* bytes = bytes_like(value);
  if (bytes && bytes->size == 1) {
    code = uint8_t(bytes->view()[0]);
  } else if (bytes || !is_integer(value)) {
    constexpr std::string_view kWanted = "an integer in range(256) or a single byte";
    std::string given(type_name(value));
    if (bytes) {
      given = concat({"a ", given, " object of length ", std::to_string(bytes->size)});
    }
    if (since(Version::V3_14)) {
      return fail_argument(piece, kWanted, given, concat({"%c requires ", kWanted, ", not "}));
    }
    raise_type_error({"%c requires ", kWanted});
    return false;
  } else if (!as_int64(value, code) || code < 0 || code > 255) {
    raise_error(types.OverflowError,
                since(Version::V3_15)
                    ? concat({"format argument", piece.argument, ": %c argument not in range(256)"})
                    : "%c arg not in range(256)");
    return false;
  }
  std::string text;
  utf8::append(text, uint32_t(code));
  append_padded(out, piece, {}, text, false);
  return true;
}

enum class Appended : uint8_t { Done, Failed, AskPython };

Appended appended(bool done) { return done ? Appended::Done : Appended::Failed; }

Appended append_piece(std::string& out, const Piece& piece) {
  Value value = piece.value;
  switch (piece.conversion) {
    case 0: out += piece.literal; return Appended::Done;
    case 's':
    case 'r':
    case 'a': {
      std::string text;
      bool made = piece.conversion == 's' ? append_str(text, value) : append_repr(text, value);
      if (!made) return is_pending() ? Appended::Failed : Appended::AskPython;
      append_text(out, piece, piece.conversion == 'a' ? ascii_only(text) : text);
      return Appended::Done;
    }
    case 'b': {
      if (const Bytes* bytes = bytes_like(value)) {
        append_text(out, piece, text_of_bytes(bytes->view()));
        return Appended::Done;
      }
      if (find(type_of(value), intern("__bytes__"))) return Appended::AskPython;
      constexpr std::string_view kWanted =
          "a bytes-like object, or an object that implements __bytes__";
      if (since(Version::V3_15)) {
        return appended(fail_argument(piece, kWanted, type_name(value), {}));
      }
      raise_type_error({"%b requires ", kWanted, ", not '", type_name(value), "'"});
      return Appended::Failed;
    }
    case 'c':
      if (piece.of_bytes) return appended(append_byte(out, piece, value));
      if (!is<Str>(value) && !is_integer(value) && find_special(type_of(value), Special::index)) {
        return Appended::AskPython;
      }
      return appended(append_character(out, piece, value));
    case 'd':
    case 'i':
    case 'u': {
      if (is_integer(value)) return appended(append_integer(out, piece, value));
      if (is<Float>(value)) {
        Ref whole = int_of_double(float_of(value));
        return appended(whole && append_integer(out, piece, whole));
      }
      Type* type = type_of(value);
      if (find_special(type, Special::int_) || find_special(type, Special::index)) {
        return Appended::AskPython;
      }
      char code = char(piece.conversion);
      return appended(fail_argument(
          piece, "a real number", type->name_view(),
          concat({"%", std::string_view(&code, 1), " format: a real number is required, not "})));
    }
    case 'o':
    case 'x':
    case 'X': {
      if (is_integer(value)) return appended(append_integer(out, piece, value));
      if (find_special(type_of(value), Special::index)) return Appended::AskPython;
      char code = char(piece.conversion);
      return appended(fail_argument(
          piece, "an integer", type_name(value),
          concat({"%", std::string_view(&code, 1), " format: an integer is required, not "})));
    }
    default: {
      double number;
      if (is_number(value)) {
        if (!as_double(value, number)) return Appended::Failed;
        append_double(out, piece, number);
        return Appended::Done;
      }
      Type* type = type_of(value);
      if (find_special(type, Special::float_) || find_special(type, Special::index)) {
        return Appended::AskPython;
      }
      return appended(fail_argument(
          piece, "a real number", type->name_view(),
          piece.of_bytes ? "float argument required, not " : "must be real number, not "));
    }
  }
}

// What a conversion needs of an object of the program, as a builtin value.
Native converted(Ref value, uint32_t conversion) {
  switch (conversion) {
    case 's': co_return co_await str_of(value);
    case 'r':
    case 'a': co_return co_await repr_of(value);
    case 'b': {
      Ref method = find(type_of(value), intern("__bytes__"));
      CO_TRY(made, call(method, value));
      if (is<Bytes>(made)) co_return made;
      co_return raise_type_error(
          {type_name(value), ".__bytes__() must return a bytes, not ", type_name(made)});
    }
    default: break;
  }
  Type* type = type_of(value);
  Value method;
  if (conversion == 'd' || conversion == 'i' || conversion == 'u') {
    method = find_special(type, Special::int_);
  } else if (conversion != 'c' && conversion != 'o' && (conversion | 0x20) != 'x') {
    method = find_special(type, Special::float_);
  }
  if (!method) method = find_special(type, Special::index);
  co_return co_await call(method, value);
}

}  // namespace

static Ref finished(const std::string& out, bool of_bytes) {
  return of_bytes ? new_bytes(bytes_of_text(out)) : new_str(out);
}

static Ref formatted(std::string_view format, bool of_bytes, Value arguments) {
  Parser parser(format, of_bytes, arguments);
  std::string out;
  Piece piece;
  for (;;) {
    Parser::Step step = parser.next(piece);
    if (step == Parser::Step::Key) {
      const Dict* dict = as_if<Dict>(arguments);
      if (!dict || type_of(arguments) != types.dict) return try_coroutine();
      Ref key = parser.key();
      Value value = dict_get(dict, key);
      if (!value) return raise_error(types.KeyError, key);
      step = parser.give_value(piece, value);
    }
    if (step == Parser::Step::Failed) return {};
    if (step == Parser::Step::End) return finished(out, of_bytes);
    switch (append_piece(out, piece)) {
      case Appended::Done: break;
      case Appended::Failed: return {};
      case Appended::AskPython: return try_coroutine();
    }
  }
}

Ref format_percent(const Str* format, Value arguments) {
  return formatted(format->view(), false, arguments);
}
Ref format_percent_bytes(Value format, Value arguments) {
  return formatted(text_of_bytes(as<Bytes>(format)->view()), true, arguments);
}

Native format_percent_slow(Ref format, Ref arguments) {
  bool of_bytes = is<Bytes>(format);
  std::string text_of_format =
      of_bytes ? text_of_bytes(as<Bytes>(format)->view()) : std::string(text_of(format));
  Parser parser(text_of_format, of_bytes, arguments);
  std::string out;
  Piece piece;
  for (;;) {
    Parser::Step step = parser.next(piece);
    if (step == Parser::Step::Key) {
      Ref key = parser.key();
      CO_TRY(value, get_item(arguments, key));
      step = parser.give_value(piece, value);
    }
    if (step == Parser::Step::Failed) co_return {};
    if (step == Parser::Step::End) co_return finished(out, of_bytes);
    Appended result = append_piece(out, piece);
    if (result == Appended::AskPython) {
      bool text = piece.conversion == 's' || piece.conversion == 'r' || piece.conversion == 'a';
      CO_TRY(value, converted(piece.value, piece.conversion));
      piece.value = value;
      if (text) {
        append_text(out, piece,
                    piece.conversion == 'a' ? ascii_only(text_of(value)) : text_of(value));
        result = Appended::Done;
      } else {
        if (!is_number(value) && piece.conversion != 'b') {
          co_return raise_type_error({"must be real number, not ", type_name(value)});
        }
        result = append_piece(out, piece);
      }
    }
    if (result == Appended::Failed) co_return {};
  }
}

}  // namespace awaitscope
