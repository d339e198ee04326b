#pragma once
// Strings and bytes; making text of values where that runs no Python code; formatting.

#include <string>
#include <string_view>

#include "engine/runtime/objects.h"
#include "engine/runtime/world.h"

namespace awaitscope {

Ref new_str(std::string_view utf8);
Str* intern(std::string_view utf8);    // borrowed: the table keeps one reference
Str* intern(Str* text);
inline std::string_view text_of(Value value) { return as<Str>(value)->view(); }
Ref new_bytes(std::string_view data);
uint64_t hash_text(std::string_view text);
bool equal_text(const Str* a, const Str* b);
Ref concat_str(const Str* a, const Str* b);
std::string quote(std::string_view utf8);               // repr of a str
std::string quote_bytes(std::string_view data);         // repr of bytes

// repr() and str() where they run no Python code (numbers, text, builtin containers of such, objects
// with the default representation); null with nothing pending where they might: then
// engine/vm/native.h's repr_of and str_of do it.
Ref quick_repr(Value value);
Ref quick_str(Value value);
// "<Hello object at 0x...>" needs an address: deterministic, from the order of first asking.
uint64_t address_of(Value value);

// format(value, specification) of int, float, str, bool. Null: exception pending.
Ref format_builtin(Value value, std::string_view specification);
Ref format_percent(const Str* format, Value arguments);  // only builtin values; kTryCoroutine otherwise
// The short, safe form of a value for the recording: at most about `width` characters.
std::string short_repr(Value value, size_t width = 60);

void register_text();

}  // namespace awaitscope
