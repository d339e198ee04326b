// The types str and bytes: making them, operators, iteration.
// Specified in: https://docs.python.org/3.11/library/stdtypes.html#text-sequence-type-str

#include <algorithm>
#include <deque>
#include <vector>

#include "engine/builtins/text/bytes.h"
#include "engine/builtins/text/str_methods.h"
#include "engine/objects/containers.h"
#include "engine/objects/items.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

using Definition = NativeDefinition;

const Str* str_of_args(const Args& args, uint32_t i) { return as<Str>(args[i]); }

// --- str(...) ---

Ref of_class(Type* type, Ref text) {
  if (!text || type == types.str) return text;
  const Str* from = as<Str>(text);
  Str* made = make_object<Str>(type, from->size);
  made->size = from->size;
  made->length = from->length;
  std::copy(from->data, from->data + from->size + 1, made->data);
  return Ref::adopt(made);
}

struct StrArguments {
  Value object, encoding, errors;
};

bool str_arguments(const Args& args, StrArguments& out) {
  if (args.count + args.keyword_count() > 4) {
    raise_too_many("str", 3, args.count + args.keyword_count() - 1);
    return false;
  }
  out = {args[1], args[2], args[3]};
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    std::string_view name = args.keyword(i)->view();
    Value value = args.keyword_value(i);
    if (name == "object") {
      out.object = value;
    } else if (name == "encoding") {
      out.encoding = value;
    } else if (name == "errors") {
      out.errors = value;
    } else {
      raise_unexpected_keyword("str", name, {"object", "encoding", "errors"});
      return false;
    }
  }
  for (auto [value, name] :
       {std::pair(out.encoding, "encoding"), std::pair(out.errors, "errors")}) {
    if (value && !is<Str>(value)) {
      raise_type_error({"str() argument '", name, "' must be str, not ", type_name(value)});
      return false;
    }
  }
  return true;
}

Ref str_new(Args& args) {
  Type* type = as<Type>(args[0]);
  StrArguments given;
  if (!str_arguments(args, given)) return {};
  if (!given.object) return of_class(type, new_str({}));
  if (given.encoding || given.errors) {
    if (is<Str>(given.object)) return raise_type_error({"decoding str is not supported"});
    if (!is<Bytes>(given.object)) {
      return raise_type_error(
          {"decoding to str: need a bytes-like object, ", type_name(given.object), " found"});
    }
    return of_class(type, decode_bytes(given.object, given.encoding, given.errors));
  }
  Ref text = str_fast(given.object);
  if (!text) return is_pending() ? Ref() : try_coroutine();
  return of_class(type, std::move(text));
}

Native str_new_slow(Args args) {
  StrArguments given;
  if (!str_arguments(args, given)) co_return {};
  Ref text = co_await str_of(given.object);
  co_return of_class(as<Type>(args[0]), std::move(text));
}

// --- operators ---

Ref str_repr(Args& args) { return new_str(quote(text_of(args[0]))); }
Ref str_str(Args& args) {
  return type_of(args[0]) == types.str ? Ref(args[0]) : new_str(text_of(args[0]));
}
Ref str_hash(Args& args) { return new_int(int64_t(hash_str(as<Str>(args[0])))); }
Ref str_len(Args& args) { return Value::of_int(as<Str>(args[0])->length); }
Ref text_item(Args& args) { return text_get_item(args[0], args[1]); }
Native text_item_slow(Args args) {
  CO_TRY(key, resolve_index(args[1]));
  co_return text_get_item(args[0], key);
}
Ref text_item_fast(Args& args) { return needs_index(args[1]) ? try_coroutine() : text_item(args); }
Ref text_has(Args& args) { return text_contains(args[0], args[1]); }
Ref text_iterator(Args& args) { return new_text_iterator(args[0]); }

template <Comparison how>
Ref ordered(int order) {
  switch (how) {
    case Comparison::Lt: return Value::boolean(order < 0);
    case Comparison::Le: return Value::boolean(order <= 0);
    case Comparison::Gt: return Value::boolean(order > 0);
    default: return Value::boolean(order >= 0);
  }
}
template <Comparison how>
Ref str_compare(Args& args) {
  if (!is<Str>(args[1])) return Value::not_implemented();
  const Str *a = str_of_args(args, 0), *b = str_of_args(args, 1);
  if (how == Comparison::Eq) return Value::boolean(equal_text(a, b));
  if (how == Comparison::Ne) return Value::boolean(!equal_text(a, b));
  return ordered<how>(compare_text(a, b));
}
template <Comparison how>
Ref bytes_compare(Args& args) {
  const Bytes* b = as_if<Bytes>(args[1]);
  if (!b) return Value::not_implemented();
  std::string_view a = as<Bytes>(args[0])->view();
  if (how == Comparison::Eq) return Value::boolean(a == b->view());
  if (how == Comparison::Ne) return Value::boolean(a != b->view());
  return ordered<how>(a.compare(b->view()));
}

// The other operand's class may know what to do; only where it does not is this an error.
Ref str_add(Args& args) {
  if (is<Str>(args[1])) return concat_str(str_of_args(args, 0), str_of_args(args, 1));
  if (has_own(args[1], Special::radd)) return Value::not_implemented();
  return raise_type_error({"can only concatenate str (not \"", type_name(args[1]), "\") to str"});
}

Ref bytes_add(Args& args) {
  const Bytes *a = as<Bytes>(args[0]), *b = as_if<Bytes>(args[1]);
  if (!b) {
    if (has_own(args[1], Special::radd)) return Value::not_implemented();
    return raise_type_error({"can't concat ", type_name(args[1]), " to bytes"});
  }
  return new_bytes(concat({a->view(), b->view()}));
}

Ref text_multiply(Args& args) {
  if (!is_integer(args[1])) {
    if (find_special(type_of(args[1]), Special::index)) return try_coroutine();
    if (has_own(args[1], Special::rmul)) return Value::not_implemented();
    return raise_type_error(
        {"can't multiply sequence by non-int of type '", type_name(args[1]), "'"});
  }
  int64_t times;
  if (!as_int64(args[1], times)) {
    return raise_error(types.OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  return repeat_text(args[0], times);
}
Native text_multiply_slow(Args args) {
  CO_TRY(times, call(find_special(type_of(args[1]), Special::index), args[1]));
  Value values[] = {args[0], times};
  Args again{values, 2, nullptr};
  co_return text_multiply(again);
}

const Definition kStr[] = {
    static_method("__new__", "", str_new, str_new_slow),
    method("__repr__", "(self, /)", str_repr),
    method("__str__", "(self, /)", str_str),
    method("__hash__", "(self, /)", str_hash),
    method("__len__", "(self, /)", str_len),
    method("__getitem__", "(self, key, /)", text_item_fast, text_item_slow),
    method("__contains__", "(self, key, /)", text_has),
    method("__iter__", "(self, /)", text_iterator),
    method("__lt__", "(self, value, /)", str_compare<Comparison::Lt>),
    method("__le__", "(self, value, /)", str_compare<Comparison::Le>),
    method("__eq__", "(self, value, /)", str_compare<Comparison::Eq>),
    method("__ne__", "(self, value, /)", str_compare<Comparison::Ne>),
    method("__gt__", "(self, value, /)", str_compare<Comparison::Gt>),
    method("__ge__", "(self, value, /)", str_compare<Comparison::Ge>),
    method("__add__", "(self, value, /)", str_add),
    method("__mul__", "(self, value, /)", text_multiply, text_multiply_slow),
    method("__rmul__", "(self, value, /)", text_multiply, text_multiply_slow),
};

// --- bytes ---

struct BytesArguments {
  Value source, encoding, errors;
};

bool bytes_arguments(const Args& args, BytesArguments& out) {
  if (args.count + args.keyword_count() > 4) {
    raise_type_error({"bytes() takes at most 3 arguments (",
                      std::to_string(args.count + args.keyword_count() - 1), " given)"});
    return false;
  }
  out = {args[1], args[2], args[3]};
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    std::string_view name = args.keyword(i)->view();
    if (name == "source") {
      out.source = args.keyword_value(i);
    } else if (name == "encoding") {
      out.encoding = args.keyword_value(i);
    } else if (name == "errors") {
      out.errors = args.keyword_value(i);
    } else {
      raise_unexpected_keyword("bytes", name, {"source", "encoding", "errors"});
      return false;
    }
  }
  return true;
}

Ref bytes_of_class(Type* type, Ref bytes) {
  if (!bytes || type == types.bytes || !is<Bytes>(bytes)) return bytes;
  const Bytes* from = as<Bytes>(bytes);
  Bytes* made = make_object<Bytes>(type, from->size);
  made->size = from->size;
  std::copy(from->data, from->data + from->size + 1, made->data);
  return Ref::adopt(made);
}

Ref bytes_new(Args& args) {
  Type* type = as<Type>(args[0]);
  BytesArguments given;
  if (!bytes_arguments(args, given)) return {};
  for (auto [value, name] :
       {std::pair(given.encoding, "encoding"), std::pair(given.errors, "errors")}) {
    if (value && !is<Str>(value)) {
      return raise_type_error(
          {"bytes() argument '", name, "' must be str, not ", type_name(value)});
    }
  }
  if (const Str* text = as_if<Str>(given.source)) {
    if (!given.encoding) return raise_type_error({"string argument without an encoding"});
    return bytes_of_class(type, encode_str(text, given.encoding, given.errors));
  }
  if (given.encoding || given.errors) {
    return raise_type_error({given.encoding ? "encoding" : "errors", " without a string argument"});
  }
  if (!given.source) return bytes_of_class(type, new_bytes({}));
  if (is_integer(given.source)) {
    int64_t count;
    if (!as_int64(given.source, count)) {
      return raise_error(types.OverflowError, "cannot fit 'int' into an index-sized integer");
    }
    if (count < 0) return raise_value_error({"negative count"});
    if (!heap::has_room(uint64_t(count))) return {};
    return bytes_of_class(type, new_bytes(std::string(size_t(count), '\0')));
  }
  if (is<Bytes>(given.source) && type_of(given.source) == type) return given.source;
  if (find(type_of(given.source), intern("__bytes__"))) return try_coroutine();
  return bytes_of_class(type, bytes_from(given.source));
}

Native bytes_new_slow(Args args) {
  BytesArguments given;
  if (!bytes_arguments(args, given)) co_return {};
  if (Value method = find(type_of(given.source), intern("__bytes__"))) {
    Ref made = co_await call(method, given.source);
    if (made && !is<Bytes>(made)) {
      co_return must_return(given.source, "__bytes__", "a bytes", made,
                            {"__bytes__ returned non-bytes (type ", type_name(made), ")"});
    }
    co_return made;
  }
  Ref bytes = co_await bytes_from_iterable(given.source);
  co_return bytes_of_class(as<Type>(args[0]), std::move(bytes));
}

Ref bytes_repr(Args& args) { return new_str(quote_bytes(as<Bytes>(args[0])->view())); }
Ref bytes_hash(Args& args) { return new_int(int64_t(hash_text(as<Bytes>(args[0])->view()))); }
Ref bytes_len(Args& args) { return Value::of_int(as<Bytes>(args[0])->size); }

const Definition kBytes[] = {
    static_method("__new__", "", bytes_new, bytes_new_slow),
    method("__repr__", "(self, /)", bytes_repr),
    method("__hash__", "(self, /)", bytes_hash),
    method("__len__", "(self, /)", bytes_len),
    method("__getitem__", "(self, key, /)", text_item_fast, text_item_slow),
    method("__contains__", "(self, key, /)", text_has),
    method("__iter__", "(self, /)", text_iterator),
    method("__lt__", "(self, value, /)", bytes_compare<Comparison::Lt>),
    method("__le__", "(self, value, /)", bytes_compare<Comparison::Le>),
    method("__eq__", "(self, value, /)", bytes_compare<Comparison::Eq>),
    method("__ne__", "(self, value, /)", bytes_compare<Comparison::Ne>),
    method("__gt__", "(self, value, /)", bytes_compare<Comparison::Gt>),
    method("__ge__", "(self, value, /)", bytes_compare<Comparison::Ge>),
    method("__add__", "(self, value, /)", bytes_add),
    method("__mul__", "(self, value, /)", text_multiply, text_multiply_slow),
    method("__rmul__", "(self, value, /)", text_multiply, text_multiply_slow),
};

// The methods of a type are in several files; what they are found by has to stay where it is.
Type* make_text_type(const char* name, Kind layout,
                     std::initializer_list<std::span<const Definition>> parts) {
  static auto* kept = new std::deque<std::vector<Definition>>;
  std::vector<Definition>* all = &kept->emplace_back();
  for (std::span<const Definition> part : parts) all->insert(all->end(), part.begin(), part.end());
  TypeSpec spec;
  spec.name = name;
  spec.layout = layout;
  spec.methods = *all;
  return new_builtin_type(spec);
}

}  // namespace

void register_text() {
  types.str = make_text_type(
      "str", Kind::Str,
      {kStr, str_search_methods(), str_case_methods(), str_layout_methods(), str_format_methods()});
  types.bytes = make_text_type("bytes", Kind::Bytes, {kBytes, bytes_methods()});
  register_text_iterators();
}

}  // namespace awaitscope
