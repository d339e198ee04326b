// _unicodedata: what unicodedata.py asks of the tables.

#include "engine/machine/vm.h"
#include "engine/modules/modules.h"
#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"
#include "engine/unicode/character_data.h"
#include "engine/unicode/character_names.h"
#include "engine/unicode/unicode.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {

static uint32_t code_of(const Args& args) {
  std::string_view text = text_of(args[0]);
  const char* at = text.data();
  return text.empty() ? 0 : utf8::decode(at);
}

template <const char* (*property)(uint32_t)>
static Ref text_property(Args& args) {
  return new_str(property(code_of(args)));
}
static Ref combining(Args& args) { return Value::of_int(unicode::combining(code_of(args))); }
static Ref mirrored(Args& args) { return Value::of_int(unicode::mirrored(code_of(args))); }
static Ref decomposition(Args& args) {
  bool is_syllable = code_of(args) - 0xac00 < 11172;  // of Hangul: said since 3.13
  if (is_syllable && !since(Version::V3_13)) return new_str("");
  return new_str(unicode::decomposition(code_of(args)));
}
static Ref decimal(Args& args) { return Value::of_int(unicode::decimal_value(code_of(args))); }

// (is it a digit, numerator, denominator) of one that is no decimal digit; None: it has no value.
static Ref numeric(Args& args) {
  unicode::NumericValue found = unicode::numeric_value(code_of(args));
  if (!found.is_there) return Value::none();
  Value parts[] = {Value::boolean(found.is_digit), Value::of_int(found.numerator),
                   Value::of_int(found.denominator)};
  return new_tuple(std::span<const Value>(parts));
}

static Ref name(Args& args) { return new_str(name_of_character(code_of(args))); }
static Ref named(Args& args) { return Value::of_int(character_named(text_of(args[0]))); }

static Ref normalized(Args& args) {
  return new_str(unicode::normalized(text_of(args[0]), args[1] == Value::boolean(true),
                                     args[2] == Value::boolean(true)));
}

static const NativeDefinition kUnicodeFunctions[] = {
    function("category", "(character: str, /)", text_property<unicode::category>),
    function("bidirectional", "(character: str, /)", text_property<unicode::bidirectional>),
    function("east_asian_width", "(character: str, /)", text_property<unicode::east_asian_width>),
    function("combining", "(character: str, /)", combining),
    function("mirrored", "(character: str, /)", mirrored),
    function("decomposition", "(character: str, /)", decomposition),
    function("decimal", "(character: str, /)", decimal),
    function("numeric", "(character: str, /)", numeric),
    function("name", "(character: str, /)", name),
    function("named", "(name: str, /)", named),
    function("normalized", "(text: str, composed, compatible, /)", normalized),
};

void make_unicodedata_module(Dict* module) {
  add_functions(module, "unicodedata", kUnicodeFunctions, std::size(kUnicodeFunctions));
}

}  // namespace awaitscope
