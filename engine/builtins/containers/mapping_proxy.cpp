#include "engine/builtins/containers/mapping_proxy.h"

#include "engine/builtins/containers/container_methods.h"
#include "engine/machine/keyed.h"
#include "engine/machine/vm.h"

namespace awaitscope {

namespace {

// A view of a dict, or a frozendict with one of its own.
struct MappingProxy : NativeObject {
  Ref dict;
};
Type* mapping_proxy_type;

// What is compared or joined: the dict within.
Ref plain(Value value) {
  Type* type = type_of(value);
  bool wrapped = type == mapping_proxy_type || is_subtype(type, frozen_dict_type);
  return wrapped ? as<MappingProxy>(value)->dict : Ref(value);
}

Dict* dict_of(const Args& args) { return as<Dict>(as<MappingProxy>(args[0])->dict); }

Ref proxy_new(Args& args) {
  if (is<Dict>(args[1])) return new_mapping_proxy(args[1]);
  return raise_type_error({"mappingproxy() argument must be a mapping, not ", type_name(args[1])});
}

Ref proxy_getitem(Args& args) { return get_item_by_layout(Value::of(dict_of(args)), args[1]); }
Native proxy_getitem_slow(Args args) {
  Ref dict = Value::of(dict_of(args));
  co_return co_await get_item(dict, args[1]);
}
Ref proxy_contains(Args& args) { return contains_by_layout(Value::of(dict_of(args)), args[1]); }
Native proxy_contains_slow(Args args) {
  Ref dict = Value::of(dict_of(args));
  co_return co_await contains(dict, args[1]);
}
Ref proxy_len(Args& args) { return Value::of_int(dict_of(args)->used); }
Ref proxy_iter(Args& args) {
  return new_table_iterator(types.dict_key_iterator, Value::of(dict_of(args)));
}
Ref proxy_reversed(Args& args) { return reversed_builtin(Value::of(dict_of(args))); }
Ref proxy_keys(Args& args) { return new_dict_view(types.dict_keys, Value::of(dict_of(args))); }
Ref proxy_values(Args& args) { return new_dict_view(types.dict_values, Value::of(dict_of(args))); }
Ref proxy_items(Args& args) { return new_dict_view(types.dict_items, Value::of(dict_of(args))); }
Ref proxy_copy(Args& args) { return dict_copy(dict_of(args)); }
Ref proxy_get(Args& args) {
  uint64_t hash;
  if (needs_python(dict_of(args), args[1])) return try_coroutine();
  if (!hash_dict_key(args[1], hash)) return {};
  int32_t at = dict_lookup(dict_of(args), args[1], hash);
  return at < 0 ? Ref(args[2]) : Ref(dict_of(args)->entries[at].value);
}
Native proxy_get_slow(Args args) {
  Ref dict = Value::of(dict_of(args));
  uint64_t hash;
  CO_TRY(at, find_key(dict, args[1], &hash));
  if (at.get().as_int() < 0) co_return args[2];
  co_return as<Dict>(dict)->entries[at.get().as_int()].value;
}
Ref proxy_repr(Args& args) {
  Ref text = repr_fast(Value::of(dict_of(args)));
  if (text.is_null()) return is_pending() ? Ref() : try_coroutine();
  return new_str(concat({"mappingproxy(", text_of(text), ")"}));
}
Native proxy_repr_slow(Args args) {
  Ref dict = Value::of(dict_of(args));
  CO_TRY(text, repr_of(dict));
  co_return new_str(concat({"mappingproxy(", text_of(text), ")"}));
}
Native proxy_str(Args args) {
  Ref dict = Value::of(dict_of(args));
  co_return co_await str_of(dict);
}
Native proxy_eq(Args args) {
  Ref dict = Value::of(dict_of(args));
  Ref other = plain(args[1]);
  co_return co_await compare(dict, other, Comparison::Eq);
}
Native proxy_or(Args args) {
  Ref dict = dict_copy(dict_of(args));
  Ref other = plain(args[1]);
  co_return co_await binary_operation(dict, other, uint32_t(BinaryOperator::Or));
}

constexpr NativeDefinition kProxyMethods[] = {
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem),
    static_method("__new__", "(cls, mapping)", proxy_new),
    method("__getitem__", "(self, key, /)", proxy_getitem, proxy_getitem_slow),
    method("__contains__", "(self, key, /)", proxy_contains, proxy_contains_slow),
    method("__len__", "(self, /)", proxy_len),
    method("__iter__", "(self, /)", proxy_iter),
    method("__reversed__", "(self, /)", proxy_reversed),
    method("__repr__", "(self, /)", proxy_repr, proxy_repr_slow),
    method("__str__", "(self, /)", proxy_str),
    method("__eq__", "(self, other, /)", proxy_eq),
    method("__or__", "(self, other, /)", proxy_or),
    method("get", "(self, key, default=None, /)", proxy_get, proxy_get_slow),
    method("keys", "(self, /)", proxy_keys),
    method("values", "(self, /)", proxy_values),
    method("items", "(self, /)", proxy_items),
    method("copy", "(self, /)", proxy_copy),
};

// --- frozendict ---

Ref frozen(Ref dict, Type* type = frozen_dict_type) {
  auto* made = make_object<MappingProxy>(type);
  made->dict = std::move(dict);
  return Ref::adopt(made);
}
Native frozen_new(Args args) {
  std::vector<Value> values(args.values + 1, args.values + args.count + args.keyword_count());
  if (values.size() > args.keyword_count()) values[0] = plain(values[0]);
  Type* type = as<Type>(args[0]);
  if (type == frozen_dict_type && values.size() == 1 && !args.keyword_count() &&
      type_of(args[1]) == frozen_dict_type) {
    co_return args[1];
  }
  Args given{values.data(), args.count - 1, args.keywords};
  CO_TRY(dict, call_with(Value::of(types.dict), given));
  co_return frozen(dict, type);
}
Native frozen_repr(Args args) {
  Ref dict = Value::of(dict_of(args));
  std::string_view name = type_of(args[0])->name_view();
  if (!as<Dict>(dict)->used) co_return new_str(concat({name, "()"}));
  CO_TRY(text, repr_of(dict));
  co_return new_str(concat({name, "(", text_of(text), ")"}));
}
// As of the frozenset of its items.
Native frozen_hash(Args args) {
  Ref own = Value::of(dict_of(args));
  for (uint32_t i = 0; i < as<Dict>(own)->filled; ++i) {
    if (!as<Dict>(own)->entries[i].key) continue;
    CO_TRY(hash, hash_of(as<Dict>(own)->entries[i].value));
  }
  Ref view = new_dict_view(types.dict_items, own);
  CO_TRY(items, call(Value::of(types.frozenset), view));
  co_return co_await hash_of(items);
}
bool joins(Value other) { return is<Dict>(plain(other)); }
Native frozen_or(Args args) {
  if (!joins(args[1])) co_return Value::not_implemented();
  Ref both = dict_copy(dict_of(args));
  Ref other = plain(args[1]);
  CO_TRY(done, merge_dict(both, other));
  co_return frozen(both);
}
Native frozen_ror(Args args) {
  if (!joins(args[1])) co_return Value::not_implemented();
  Ref both = dict_copy(as<Dict>(plain(args[1])));
  Ref own = Value::of(dict_of(args));
  CO_TRY(done, merge_dict(both, own));
  co_return both;
}
Ref frozen_copy(Args& args) {
  if (type_of(args[0]) == frozen_dict_type) return args[0];
  return frozen(dict_copy(dict_of(args)));
}
// For copy: of a class of the program's another of that class.
Ref frozen_shallow(Args& args) {
  Type* type = type_of(args[0]);
  if (type == frozen_dict_type) return args[0];
  return frozen(dict_copy(dict_of(args)), type);
}
Ref frozen_new_arguments(Args& args) { return new_tuple({dict_copy(dict_of(args))}); }
Native frozen_deepcopy(Args args) {
  CO_TRY(module, machine_hooks.load_module(Value::of(intern("copy"))));
  CO_TRY(deepcopy, get_attribute(module, intern("deepcopy")));
  Ref dict = Value::of(dict_of(args));
  CO_TRY(copied, call(deepcopy, dict, args[1]));
  co_return frozen(copied, type_of(args[0]));
}
Native frozen_from_keys(Args args) {
  CO_TRY(make, get_attribute(Value::of(types.dict), intern("fromkeys")));
  CO_TRY(dict, call(make, args[1], args[2]));
  if (args[0] == Value::of(frozen_dict_type)) co_return frozen(dict);
  co_return co_await call(args[0], dict);
}

constexpr NativeDefinition kFrozenMethods[] = {
    static_method("__new__", "", frozen_new),
    method("__getitem__", "(self, key, /)", proxy_getitem, proxy_getitem_slow),
    method("__contains__", "(self, key, /)", proxy_contains, proxy_contains_slow),
    method("__len__", "(self, /)", proxy_len),
    method("__iter__", "(self, /)", proxy_iter),
    method("__reversed__", "(self, /)", proxy_reversed),
    method("__repr__", "(self, /)", frozen_repr),
    method("__eq__", "(self, other, /)", proxy_eq),
    method("__hash__", "(self, /)", frozen_hash),
    method("__or__", "(self, other, /)", frozen_or),
    method("__ror__", "(self, other, /)", frozen_ror),
    method("__copy__", "(self, /)", frozen_shallow),
    method("__getnewargs__", "(self, /)", frozen_new_arguments),
    method("__deepcopy__", "(self, memo, /)", frozen_deepcopy),
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem),
    class_method("fromkeys", "(cls, iterable, value=None, /)", frozen_from_keys),
    method("get", "(self, key, default=None, /)", proxy_get, proxy_get_slow),
    method("keys", "(self, /)", proxy_keys),
    method("values", "(self, /)", proxy_values),
    method("items", "(self, /)", proxy_items),
    method("copy", "(self, /)", frozen_copy),
};

}  // namespace

Type* frozen_dict_type;

Ref new_mapping_proxy(Value dict) {
  auto* proxy = make_object<MappingProxy>(mapping_proxy_type);
  proxy->dict = dict;
  return Ref::adopt(proxy);
}

void register_mapping_proxy() {
  mapping_proxy_type = new_builtin_type({.name = "mappingproxy",
                                         .layout = Kind::Native,
                                         .instance_size = sizeof(MappingProxy),
                                         .flags = Type::kNoSubclass,
                                         .methods = kProxyMethods,
                                         .slots = {.destroy = destroy_native<MappingProxy>}});
  make_unhashable(mapping_proxy_type);
  frozen_dict_type = new_builtin_type({.name = "frozendict",
                                       .layout = Kind::Native,
                                       .instance_size = sizeof(MappingProxy),
                                       .flags = Type::kMapping,
                                       .methods = kFrozenMethods,
                                       .slots = {.destroy = destroy_native<MappingProxy>}});
}

}  // namespace awaitscope
