#pragma once
// The parsed signature of a native function; what arrange() goes by.

#include <vector>

#include "engine/objects/native_function.h"

namespace awaitscope {

struct Parameter {
  enum class Kind : uint8_t { PositionalOnly, Plain, Star, KeywordOnly, DoubleStar };
  Str* name;  // interned
  Kind kind;
  bool required;
  Value fallback;  // null where required, or where the default is <null>
  Type* type;      // what it has to be an instance of; null: anything
};

struct Signature {
  std::vector<Parameter> parameters;  // in the order of the line, which is the order of the layout
  uint32_t positional = 0;            // positional-only and plain ones
  uint32_t positional_only = 0;
  uint32_t required = 0;  // of the positional ones
  int32_t star = -1, double_star = -1;
  bool has_receiver = false;     // the first is self or cls, which CPython does not count
  bool only_positional = false;  // no parameter can be given by name
  bool typed = false;            // some have a type
};

// Null where the line is empty. Lives for ever. An assertion fails where it is not understood.
const Signature* parse_signature(const NativeDefinition& definition);

// Whether arguments, laid out, are of the types that the signature names; else TypeError.
bool check_types(const NativeFunction* function, const Value* values);

}  // namespace awaitscope
