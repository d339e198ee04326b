// The methods of list[int] and int | None.

#include "engine/builtins/containers/container_methods.h"
#include "engine/machine/vm.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/iterators.h"
#include "engine/objects/nesting.h"
#include "engine/objects/raise.h"
#include "engine/objects/set.h"
#include "engine/objects/versioned_types.h"

namespace awaitscope {

namespace {

// The text of an argument that runs no Python code; false: that may have to be run, or pending.
bool text_fast(Value value, std::string& out) {
  if (value.is_none()) {
    out += "None";
  } else if (value == Value::ellipsis()) {
    out += "...";
  } else if (auto* type = as_if<Type>(value)) {
    std::string_view module = is<Str>(type->module) ? text_of(type->module) : "builtins";
    if (module != "builtins") out += concat({module, "."});
    out += text_of(type->qualname);
  } else if (auto* function = as_if<Function>(value); function && is<Str>(function->module)) {
    out += concat({text_of(function->module), ".", text_of(function->qualname)});
  } else if (auto* list = as_if<List>(value)) {  // the parameters of a Callable
    Nesting nesting;
    if (nesting.too_deep()) {
      raise_error(types.RecursionError, "maximum recursion depth exceeded");
      return false;
    }
    out += '[';
    for (uint32_t i = 0; i < list->size; ++i) {
      if (i > 0) out += ", ";
      if (!text_fast(list->items[i], out)) return false;
    }
    out += ']';
  } else {
    Ref text = repr_fast(value);
    if (text.is_null()) return false;
    out += text_of(text);
  }
  return true;
}

// Values with a separator between them. The two forms of one function: a null Ref with nothing
// pending where the first does not suffice.
Ref list_fast(const Tuple* values, std::string_view separator) {
  std::string text;
  for (uint32_t i = 0; i < values->size; ++i) {
    if (i > 0) text += separator;
    if (!text_fast(values->items[i], text)) return {};
  }
  return new_str(text);
}

// An attribute's text; empty: there is none, or it is no str. What was raised is forgotten.
Native optional_text(Ref value, std::string_view name) {
  Ref found = co_await get_attribute(value, intern(name));
  if (!found && !pending_is(types.AttributeError)) co_return Ref();
  if (!found) take_pending();
  co_return found&& is<Str>(found) ? std::move(found) : new_str("");
}

// As typing shows any value: by module and qualified name where it has both, unless it is an alias.
Native text_slow(Ref value) {
  std::string text;
  if (text_fast(value, text)) co_return new_str(text);
  if (is_pending()) co_return Ref();
  if (auto* list = as_if<List>(value)) {
    text = "[";
    for (uint32_t i = 0; i < list->size; ++i) {
      CO_TRY(shown, text_slow(list->items[i]));
      if (i > 0) text += ", ";
      text += text_of(shown);
    }
    co_return new_str(text + "]");
  }
  if (is<GenericAlias>(value)) co_return co_await repr_of(value);
  CO_TRY(qualname, optional_text(value, "__qualname__"));
  if (as<Str>(qualname)->size) {
    CO_TRY(module, optional_text(value, "__module__"));
    if (text_of(module) == "builtins") co_return qualname;
    if (as<Str>(module)->size) {
      co_return new_str(concat({text_of(module), ".", text_of(qualname)}));
    }
  }
  co_return co_await repr_of(value);
}
Native list_slow(Ref values, std::string separator) {
  std::string text;
  for (uint32_t i = 0; i < as<Tuple>(values)->size; ++i) {
    CO_TRY(shown, text_slow(as<Tuple>(values)->items[i]));
    if (i > 0) text += separator;
    text += text_of(shown);
  }
  co_return new_str(text);
}
Ref or_slow(Ref quick) { return quick || is_pending() ? std::move(quick) : try_coroutine(); }

Ref alias_text(const GenericAlias* alias, Ref arguments, std::string text = {}) {
  if (!arguments || (text.empty() && !text_fast(alias->origin, text))) return {};
  std::string_view inside = as<Tuple>(alias->arguments)->size ? text_of(arguments) : "()";
  return new_str(concat({alias->unpacked ? "*" : "", text, "[", inside, "]"}));
}
Ref alias_repr(Args& args) {
  auto* alias = as<GenericAlias>(args[0]);
  return or_slow(alias_text(alias, list_fast(as<Tuple>(alias->arguments), ", ")));
}
Native alias_repr_slow(Args args) {
  auto* alias = as<GenericAlias>(args[0]);
  CO_TRY(arguments, list_slow(alias->arguments, ", "));
  CO_TRY(origin, text_slow(alias->origin));
  co_return alias_text(as<GenericAlias>(args[0]), arguments, std::string(text_of(origin)));
}
Ref get_origin(Args& args) { return as<GenericAlias>(args[0])->origin; }
Ref get_arguments(Args& args) { return as<GenericAlias>(args[0])->arguments; }

Native alias_call(Args args) {
  auto* rest = as<Tuple>(args[1]);
  auto* by_name = as<Dict>(args[2]);
  std::vector<Value> values(rest->items, rest->items + rest->size), keys;
  for (uint32_t i = 0; i < by_name->filled; ++i) {
    if (!by_name->entries[i].key) continue;
    keys.push_back(by_name->entries[i].key);
    values.push_back(by_name->entries[i].value);
  }
  Ref names = new_tuple(keys);
  Args given{values.data(), rest->size, keys.empty() ? nullptr : as<Tuple>(names)};
  co_return co_await call_with(as<GenericAlias>(args[0])->origin, given);
}

Ref alias_eq(Args& args) {
  if (type_of(args[1]) != generic_alias_type) return Value::not_implemented();
  auto *a = as<GenericAlias>(args[0]), *b = as<GenericAlias>(args[1]);
  return Value::boolean(a->origin.get() == b->origin.get() && a->unpacked == b->unpacked &&
                        equal_fast(a->arguments, b->arguments) == 1);
}
Ref alias_hash(Args& args) {
  auto* alias = as<GenericAlias>(args[0]);
  uint64_t origin, arguments;
  if (!hash_value(alias->origin, origin) || !hash_value(alias->arguments, arguments)) return {};
  return new_int(int64_t(origin ^ arguments));
}

// The members, with None for its type.
Ref shown_members(Value of) {
  auto* members = as<Tuple>(as<Union>(of)->members);
  std::vector<Value> shown(members->items, members->items + members->size);
  for (Value& member : shown) {
    if (member == Value::of(types.none)) member = Value::none();
  }
  return new_tuple(shown);
}
Ref union_repr(Args& args) {
  Ref members = shown_members(args[0]);
  return or_slow(list_fast(as<Tuple>(members), " | "));
}
Native union_repr_slow(Args args) { return list_slow(shown_members(args[0]), " | "); }
Ref get_members(Args& args) { return as<Union>(args[0])->members; }
Ref union_eq(Args& args) {
  if (type_of(args[1]) != union_type) return Value::not_implemented();
  auto *a = as<Tuple>(as<Union>(args[0])->members), *b = as<Tuple>(as<Union>(args[1])->members);
  if (a->size != b->size) return Value::boolean(false);
  for (uint32_t i = 0; i < a->size; ++i) {
    bool found = false;
    for (uint32_t j = 0; j < b->size && !found; ++j) {
      int same = equal_fast(a->items[i], b->items[j]);
      if (same < 0) return try_coroutine();
      found = same == 1;
    }
    if (!found) return Value::boolean(false);
  }
  return Value::boolean(true);
}
Native union_eq_slow(Args args) {
  Ref left = as<Union>(args[0])->members, right = as<Union>(args[1])->members;
  for (uint32_t i = 0; i < as<Tuple>(left)->size; ++i) {
    bool found = false;
    for (uint32_t j = 0; j < as<Tuple>(right)->size && !found; ++j) {
      CO_TRY(same, equal(as<Tuple>(left)->items[i], as<Tuple>(right)->items[j]));
      found = same.get() == Value::boolean(true);
    }
    if (!found) co_return Value::boolean(false);
  }
  co_return Value::boolean(true);
}
Ref union_hash(Args& args) {
  auto* members = as<Tuple>(as<Union>(args[0])->members);
  Ref set = new_set(true);  // whatever their order is
  for (uint32_t i = 0; i < members->size; ++i) {
    uint64_t hash;
    if (needs_python(members->items[i])) return try_coroutine();
    if (!hash_value(members->items[i], hash)) return {};
    set_add_hashed(as<Set>(set), members->items[i], hash);
  }
  return new_int(int64_t(hash_set_by_layout(as<Set>(set))));
}
Native union_hash_slow(Args args) {
  Ref members = as<Union>(args[0])->members;
  CO_TRY(set, call(Value::of(types.frozenset), members));
  co_return co_await hash_of(set);
}

// typing has what takes type variables, strings and the like.
Native ask_typing(const char* function, Ref first, Ref second) {
  CO_TRY(module, machine_hooks.load_module(Value::of(intern("typing"))));
  CO_TRY(asked, get_attribute(module, intern(function)));
  if (!second) co_return co_await call(asked, first);
  co_return co_await call(asked, first, second);
}
Native union_class_getitem(Args args) { return ask_typing("_union", args[1], {}); }
Native union_getitem(Args args) { return ask_typing("_union_of", args[0], args[1]); }
Ref union_origin(Args&) { return Value::of(union_type); }

Ref union_or(Args& args) { return new_union(args[0], args[1]); }
Ref union_ror(Args& args) { return new_union(args[1], args[0]); }

// Type variables are found by typing; where all arguments are classes there are none.
Ref parameters_fast(Value arguments) {
  const Tuple* list = as<Tuple>(arguments);
  for (uint32_t i = 0; i < list->size; ++i) {
    if (!is<Type>(list->items[i]) && !list->items[i].is_none()) return try_coroutine();
  }
  return new_tuple({});
}
Ref alias_parameters(Args& args) { return parameters_fast(as<GenericAlias>(args[0])->arguments); }
Ref union_parameters(Args& args) { return parameters_fast(as<Union>(args[0])->members); }
Native ask_parameters(Args args) { return ask_typing("_parameters_of", args[0], {}); }
Native alias_getitem(Args args) { return ask_typing("_alias_of", args[0], args[1]); }
// What a star before it gives: itself, unpacked.
Ref alias_iter(Args& args) {
  auto* alias = as<GenericAlias>(args[0]);
  Ref made = new_generic_alias(alias->origin, alias->arguments);
  as<GenericAlias>(made)->unpacked = true;
  Ref all = new_tuple({made});
  return new_sequence_iterator(all);
}
Ref get_unpacked(Args& args) { return Value::boolean(as<GenericAlias>(args[0])->unpacked); }
Ref unpacked_arguments(Args& args) {
  auto* alias = as<GenericAlias>(args[0]);
  const bool given = alias->unpacked && alias->origin.get() == Value::of(types.tuple);
  return given ? alias->arguments : Ref(Value::none());
}
Ref alias_bases(Args& args) { return new_tuple({as<GenericAlias>(args[0])->origin}); }

// What it has not itself is the class's that it is of.
Native alias_getattr(Args args) {
  if (!is<Str>(args[1])) {
    co_return raise_type_error({"attribute name must be string, not '", type_name(args[1]), "'"});
  }
  std::string_view name = text_of(args[1]);
  if (name == "__copy__" || name == "__deepcopy__" || name.substr(0, 8) == "__reduce") {
    co_return raise_attribute_error(args[0], as<Str>(args[1]));
  }
  co_return co_await get_attribute(as<GenericAlias>(args[0])->origin, as<Str>(args[1]));
}

Ref alias_new(Args& args) { return new_generic_alias(args[1], args[2]); }

constexpr NativeDefinition kAliasMethods[] = {
    static_method("__new__", "(cls, origin, args, /)", alias_new),
    method("__repr__", "(self, /)", alias_repr, alias_repr_slow),
    method("__call__", "(self, /, *args, **kwargs)", alias_call),
    method("__iter__", "(self, /)", alias_iter),
    getter("__unpacked__", get_unpacked),
    getter("__typing_unpacked_tuple_args__", unpacked_arguments),
    getter("__origin__", get_origin),
    getter("__args__", get_arguments),
    getter("__parameters__", alias_parameters, nullptr, ask_parameters),
    method("__getitem__", "(self, parameters, /)", alias_getitem),
    method("__mro_entries__", "(self, bases, /)", alias_bases),
    method("__getattr__", "(self, name, /)", alias_getattr),
    method("__eq__", "(self, other, /)", alias_eq),
    method("__hash__", "(self, /)", alias_hash),
    method("__or__", "(self, other, /)", union_or),
    method("__ror__", "(self, other, /)", union_ror),
};
constexpr NativeDefinition kUnionMethods[] = {
    method("__repr__", "(self, /)", union_repr, union_repr_slow),
    getter("__args__", get_members),
    getter("__parameters__", union_parameters, nullptr, ask_parameters),
    getter("__origin__", union_origin).since(Version::V3_14),
    class_method("__class_getitem__", "(cls, parameters, /)", union_class_getitem)
        .since(Version::V3_14),
    method("__getitem__", "(self, parameters, /)", union_getitem),
    method("__eq__", "(self, other, /)", union_eq, union_eq_slow),
    method("__hash__", "(self, /)", union_hash, union_hash_slow),
    method("__or__", "(self, other, /)", union_or),
    method("__ror__", "(self, other, /)", union_ror),
};
constexpr NativeDefinition kTypeOperators[] = {
    method("__or__", "(self, other, /)", union_or),
    method("__ror__", "(self, other, /)", union_ror),
};

}  // namespace

void register_generic_alias() {
  generic_alias_type = new_builtin_type({.name = "types.GenericAlias",
                                         .layout = Kind::Native,
                                         .instance_size = sizeof(GenericAlias),
                                         .flags = Type::kNoSubclass,
                                         .methods = kAliasMethods,
                                         .slots = {.destroy = destroy_native<GenericAlias>}});
  union_type = new_builtin_type({.name = "types.UnionType",
                                 .layout = Kind::Native,
                                 .instance_size = sizeof(Union),
                                 .flags = Type::kNoSubclass | Type::kNoInstance,
                                 .methods = kUnionMethods,
                                 .slots = {.destroy = destroy_native<Union>}});
  name_in_full(generic_alias_type);
  name_in_full(union_type);
  rename_since(Version::V3_14, union_type, "typing.Union");
  for (const NativeDefinition& definition : kTypeOperators) {
    dict_set(types.type->dict, intern(definition.name),
             new_native_function(&definition, types.type));
  }
  modified(types.type);
}

}  // namespace awaitscope
