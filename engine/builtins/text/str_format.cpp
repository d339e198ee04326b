// str.format, format_map, %, join and encode.

#include "engine/builtins/text/bytes.h"
#include "engine/builtins/text/format_fields.h"
#include "engine/builtins/text/format_percent.h"
#include "engine/builtins/text/str_methods.h"
#include "engine/machine/attributes.h"
#include "engine/machine/native.h"
#include "engine/machine/operators.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

using Definition = NativeDefinition;

// --- format ---

// Where the values of the fields come from, and how they have been numbered so far.
struct FormatSource {
  Args args;      // of str.format: self first
  Value mapping;  // of format_map; else null
  enum class Numbering : uint8_t { Unknown, Automatic, Manual } numbering = Numbering::Unknown;
  int64_t next = 0;
};

constexpr int kMaxDepth = 2;  // of fields within specifications

// The value that the first word of a field's name means. False: exception pending; a null value
// without one: the mapping has to be asked for it.
bool first_value(FormatSource& source, std::string_view first, Ref& value) {
  int64_t index = field_index(first);
  if (index == -2) return false;
  using Numbering = FormatSource::Numbering;
  if (first.empty() || index >= 0) {
    Numbering numbering = first.empty() ? Numbering::Automatic : Numbering::Manual;
    if (source.numbering == Numbering::Unknown) source.numbering = numbering;
    if (source.numbering != numbering) {
      raise_value_error({numbering == Numbering::Automatic
                             ? "cannot switch from manual field specification to automatic field "
                               "numbering"
                             : "cannot switch from automatic field numbering to manual field "
                               "specification"});
      return false;
    }
    if (first.empty()) index = source.next++;
    if (source.mapping) {
      raise_value_error({"Format string contains positional fields"});
      return false;
    }
    if (index + 1 >= int64_t(source.args.count)) {
      raise_error(types.IndexError, concat({"Replacement index ", std::to_string(index),
                                            " out of range for positional args tuple"}));
      return false;
    }
    value = source.args.values[index + 1];
    return true;
  }
  if (source.mapping) return true;
  for (uint32_t i = 0; i < source.args.keyword_count(); ++i) {
    if (source.args.keyword(i)->view() == first) {
      value = source.args.keyword_value(i);
      return true;
    }
  }
  Ref key = new_str(first);
  raise_error(types.KeyError, key.get());
  return false;
}

bool known_conversion(uint32_t conversion) {
  if (conversion == 0 || conversion == 'r' || conversion == 's' || conversion == 'a') return true;
  char text[60];
  snprintf(text, sizeof text,
           conversion > 32 && conversion < 127 ? "Unknown conversion specifier %c"
                                               : "Unknown conversion specifier \\x%x",
           conversion);
  raise_value_error({text});
  return false;
}

enum class Made : uint8_t { Done, Failed, AskPython };

Made failed_or_ask() { return is_pending() ? Made::Failed : Made::AskPython; }

Made field_fast(FormatSource& source, std::string_view name, Ref& value) {
  FieldPath path(name);
  if (!first_value(source, path.first(), value)) return Made::Failed;
  if (!value) {
    Ref key = new_str(path.first());
    value = get_item_fast(source.mapping, key);
    if (!value || is_try_coroutine(value)) return failed_or_ask();
  }
  FieldPath::Step step;
  for (;;) {
    int more = path.next(step);
    if (more < 0) return Made::Failed;
    if (more == 0) return Made::Done;
    Ref result;
    if (step.is_attribute) {
      if (!get_attribute_fast(value, intern(step.name), result)) return Made::AskPython;
    } else {
      Ref key = step.index >= 0 ? Ref(Value::of_int(step.index)) : new_str(step.name);
      result = get_item_fast(value, key);
    }
    if (!result || is_try_coroutine(result)) return failed_or_ask();
    value = std::move(result);
  }
}

bool plain(Value value) {
  bool builtin = !value.is_object() || !(value.object()->type->detail & Type::kHeap);
  return builtin && (is_number(value) || is<Str>(value));
}

Made format_fast(std::string& out, std::string_view format, FormatSource& source, int depth) {
  if (depth == 0) {
    raise_value_error({"Max string recursion exceeded"});
    return Made::Failed;
  }
  FormatReader reader(format);
  FormatPart part;
  for (;;) {
    int more = reader.next(part);
    if (more < 0) return Made::Failed;
    if (more == 0) return Made::Done;
    out += part.literal;
    if (!part.has_field) continue;
    Ref value;
    Made made = field_fast(source, part.name, value);
    if (made != Made::Done) return made;
    if (!known_conversion(part.conversion)) return Made::Failed;
    if (part.conversion) {
      std::string text;
      bool done = part.conversion == 's' ? append_str(text, value) : append_repr(text, value);
      if (!done) return failed_or_ask();
      value = new_str(part.conversion == 'a' ? ascii_only(text) : text);
    }
    std::string spec(part.spec);
    if (part.nested) {
      spec.clear();
      made = format_fast(spec, part.spec, source, depth - 1);
      if (made != Made::Done) return made;
    }
    if (spec.empty()) {
      Value method = find_special(type_of(value), Special::format);
      if (!is<NativeFunction>(method) || !append_str(out, value)) return failed_or_ask();
      continue;
    }
    if (!plain(value)) return Made::AskPython;
    Ref text = format_builtin(value, spec);
    if (!text) return Made::Failed;
    out += text_of(text);
  }
}

Native field_value(FormatSource& source, std::string_view name) {
  FieldPath path(name);
  Ref value;
  if (!first_value(source, path.first(), value)) co_return {};
  if (!value) {
    Ref key = new_str(path.first());
    value = co_await get_item(source.mapping, key);
    if (!value) co_return {};
  }
  FieldPath::Step step;
  for (;;) {
    int more = path.next(step);
    if (more < 0) co_return {};
    if (more == 0) co_return value;
    if (step.is_attribute) {
      value = co_await get_attribute(value, intern(step.name));
    } else {
      Ref key = step.index >= 0 ? Ref(Value::of_int(step.index)) : new_str(step.name);
      value = co_await get_item(value, key);
    }
    if (!value) co_return {};
  }
}

Native format_slow(std::string_view format, FormatSource& source, int depth) {
  if (depth == 0) co_return raise_value_error({"Max string recursion exceeded"});
  FormatReader reader(format);
  FormatPart part;
  std::string out;
  for (;;) {
    int more = reader.next(part);
    if (more < 0) co_return {};
    if (more == 0) co_return new_str(out);
    out += part.literal;
    if (!part.has_field) continue;
    Ref value = co_await field_value(source, part.name);
    if (!value || !known_conversion(part.conversion)) co_return {};
    if (part.conversion == 's') {
      value = co_await str_of(value);
    } else if (part.conversion) {
      value = co_await repr_of(value);
    }
    if (!value) co_return {};
    if (part.conversion == 'a') value = new_str(ascii_only(text_of(value)));
    Ref spec;
    if (part.nested) {
      spec = co_await format_slow(part.spec, source, depth - 1);
      if (!spec) co_return {};
    } else {
      spec = new_str(part.spec);
    }
    CO_TRY(text, format_of(value, spec));
    out += text_of(text);
  }
}

Ref from_fast(Made made, std::string_view text) {
  if (made == Made::Done) return new_str(text);
  return made == Made::Failed ? Ref() : try_coroutine();
}

Ref str_format(Args& args) {
  FormatSource source;
  source.args = args;
  std::string out;
  Made made = format_fast(out, text_of(args[0]), source, kMaxDepth);
  return from_fast(made, out);
}
Native str_format_slow(Args args) {
  FormatSource source;
  source.args = args;
  co_return co_await format_slow(text_of(args[0]), source, kMaxDepth);
}

Ref str_format_map(Args& args) {
  FormatSource source;
  source.mapping = args[1];
  std::string out;
  Made made = format_fast(out, text_of(args[0]), source, kMaxDepth);
  return from_fast(made, out);
}
Native str_format_map_slow(Args args) {
  FormatSource source;
  source.mapping = args[1];
  co_return co_await format_slow(text_of(args[0]), source, kMaxDepth);
}

Ref str_format_builtin(Args& args) {
  if (!is<Str>(args[1])) {
    return raise_type_error({"__format__() argument must be str, not ", type_name(args[1])});
  }
  return format_builtin(args[0], text_of(args[1]));
}

Ref str_modulo(Args& args) { return format_percent(as<Str>(args[0]), args[1]); }
Native str_modulo_slow(Args args) { co_return co_await format_percent_slow(args[0], args[1]); }
Ref str_rmodulo(Args& args) {
  if (!is<Str>(args[1])) return Value::not_implemented();
  return format_percent(as<Str>(args[1]), args[0]);
}
Native str_rmodulo_slow(Args args) { co_return co_await format_percent_slow(args[1], args[0]); }

// --- join ---

Ref join(const Str* separator, std::span<const Value> items) {
  size_t size = 0, length = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    const Str* text = as_if<Str>(items[i]);
    if (!text) {
      return raise_type_error({"sequence item ", std::to_string(i), ": expected str instance, ",
                               type_name(items[i]), " found"});
    }
    size += text->size + (i ? separator->size : 0);
    length += text->length + (i ? separator->length : 0);
  }
  if (items.size() == 1 && type_of(items[0]) == types.str) return items[0];
  if (size == 0) return new_str({});
  Str* made = new_str_uninitialized(size, length);
  if (!made) return {};
  char* to = made->data;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i) {
      memcpy(to, separator->data, separator->size);
      to += separator->size;
    }
    const Str* text = as<Str>(items[i]);
    memcpy(to, text->data, text->size);
    to += text->size;
  }
  return Ref::adopt(made);
}

Ref str_join(Args& args) {
  const Str* separator = as<Str>(args[0]);
  if (type_of(args[1]) == types.list) {
    const List* list = as<List>(args[1]);
    return join(separator, {list->items, list->size});
  }
  if (type_of(args[1]) == types.tuple) {
    const Tuple* tuple = as<Tuple>(args[1]);
    return join(separator, {tuple->items, tuple->size});
  }
  return try_coroutine();
}

Native str_join_slow(Args args) {
  Type* type = type_of(args[1]);
  if (!find_special(type, Special::iter) && !find_special(type, Special::getitem)) {
    co_return raise_type_error({"can only join an iterable"});
  }
  Ref iterator = co_await iterator_of(args[1]);
  Ref items = iterator;
  if (iterator) items = co_await list_of(iterator);
  if (!items) co_return {};
  const List* list = as<List>(items);
  co_return join(as<Str>(args[0]), {list->items, list->size});
}

Ref str_encode(Args& args) {
  for (uint32_t i : {1u, 2u}) {
    if (!is<Str>(args[i])) {
      return raise_type_error({"encode() argument '", i == 1 ? "encoding" : "errors",
                               "' must be str, not ", type_name(args[i])});
    }
  }
  return encode_str(as<Str>(args[0]), args[1], args[2]);
}

const Definition kFormatMethods[] = {
    method("format", "", str_format, str_format_slow),
    method("format_map", "(self, mapping, /)", str_format_map, str_format_map_slow),
    method("__format__", "(self, format_spec, /)", str_format_builtin),
    method("__mod__", "(self, value, /)", str_modulo, str_modulo_slow),
    method("__rmod__", "(self, value, /)", str_rmodulo, str_rmodulo_slow),
    method("join", "(self, iterable, /)", str_join, str_join_slow),
    method("encode", "(self, /, encoding='utf-8', errors='strict')", str_encode),
};

}  // namespace

std::span<const NativeDefinition> str_format_methods() { return kFormatMethods; }

}  // namespace awaitscope
