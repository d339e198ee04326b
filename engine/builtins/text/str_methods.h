#pragma once
// The methods of str and bytes, in parts. Not for other layers.

#include <span>
#include <string>
#include <string_view>

#include "engine/objects/native_function.h"

namespace awaitscope {

std::span<const NativeDefinition> str_search_methods();  // find, count, split, replace, strip ...
std::span<const NativeDefinition> str_case_methods();    // upper, title, isalpha ...
std::span<const NativeDefinition> str_layout_methods();  // center, zfill, expandtabs, translate ...
std::span<const NativeDefinition> str_format_methods();  // format, %, join, encode
std::span<const NativeDefinition> bytes_methods();

// An argument that has to be text; false: TypeError pending, "strip arg must be None or str" and
// such.
bool expect_str(Value value, std::string_view method);
Ref decode_bytes(Value bytes, Value encoding, Value errors);  // null Values: the defaults
Ref encode_str(const Str* text, Value encoding, Value errors);
// Start and end of a part of a text of that length, as find() and others take them (None: the end).
bool part_of(Value start, Value end, int64_t length, int64_t& from, int64_t& to);
void register_text();  // the types str and bytes

}  // namespace awaitscope
