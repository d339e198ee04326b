#pragma once
// Strings and bytes; making text of values where that runs no Python code; formatting.

#include <string>
#include <string_view>

#include "engine/objects/objects.h"
#include "engine/objects/types.h"

namespace awaitscope {

class Recording;

Ref new_str(std::string_view utf8);
Str* new_str_uninitialized(size_t size, size_t length);  // owned; null: MemoryError pending
Ref new_str_of_code(uint32_t code_point);
Str* intern(std::string_view utf8);  // borrowed: the table keeps one reference
Str* intern(Str* text);
inline std::string_view text_of(Value value) { return as<Str>(value)->view(); }
Ref new_bytes(std::string_view data);
Bytes* new_bytes_uninitialized(size_t size);  // owned; null: MemoryError pending
uint64_t hash_text(std::string_view text);
uint64_t hash_str(const Str* text);  // the same, kept in the Str
bool equal_text(const Str* a, const Str* b);
int compare_text(const Str* a, const Str* b);  // by code points: -1, 0, 1
Ref concat_str(const Str* a, const Str* b);
Ref join_texts(const Value* texts, uint32_t count);  // of strs, one after the other
Ref repeat_text(Value text, int64_t times);          // of a Str or Bytes
std::string quote(std::string_view utf8);            // repr of a str
void append_quoted(std::string& out, std::string_view utf8);
bool is_plain(std::string_view utf8);  // it stands in a repr as it is, between '
std::string_view small_int_text(int64_t value, char (&buffer)[24]);
std::string quote_bytes(std::string_view data);  // repr of bytes
std::string ascii_only(std::string_view utf8);   // what ascii() does to a repr

// text[key]: key is an integer or a slice.
Ref text_get_item(Value text, Value key);                      // of a Str or Bytes
Ref text_contains(Value text, Value item);                     // `item in text`: True or False
Ref slice_text(const Str* text, int64_t start, int64_t stop);  // code points, in range
Ref new_text_iterator(Value text);                             // of a Str or Bytes
void register_text_iterators();                                // their types

// repr() and str() where they run no Python code (numbers, text, builtin containers of such,
// objects with the default representation); null with nothing pending where they might: then
// engine/machine/native.h's repr_of and str_of do it.
Ref repr_fast(Value value);
Ref str_fast(Value value);
// The same, appended to `out`; false: it might run Python code (out is as it was), or, with
// an exception pending, it failed.
bool append_repr(std::string& out, Value value);
bool append_str(std::string& out, Value value);
// "collections.deque"; without the module where that is builtins or __main__.
std::string full_name(const Type* type);

// "<Hello object at 0x...>" needs an address: deterministic, from the order of first asking in the
// run.
uint64_t address_of(Value value);
std::string address_text(Value value);  // "0x7f..."

// format(value, specification) of int, float, str, bool. Null: exception pending.
Ref format_builtin(Value value, std::string_view specification);
// format % arguments; try_coroutine() where Python code has to make text of an argument.
Ref format_percent(const Str* format, Value arguments);
// The short, safe form of a value for the recording: at most about `width` characters.
constexpr size_t kShortWidth = 60;
std::string short_repr(Value value, size_t width = kShortWidth);
uint32_t intern_short_repr(Recording& recording, Value value);

}  // namespace awaitscope
