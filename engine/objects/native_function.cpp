#include "engine/objects/native_function.h"

#include <string>
#include <unordered_map>

#include "engine/objects/containers.h"
#include "engine/objects/library_functions.h"
#include "engine/objects/nesting.h"
#include "engine/objects/raise.h"
#include "engine/objects/signature.h"
#include "engine/objects/text.h"
#include "engine/objects/types.h"
#include "engine/objects/versioned_types.h"

namespace awaitscope {

// Each is parsed once, for all runs.
static const Signature* signature_of(const NativeDefinition* definition) {
  static auto* parsed = new std::unordered_map<std::string, const Signature*>;
  std::string key = std::string(definition->name) + definition->signature + char(definition->flags);
  auto [at, is_new] = parsed->try_emplace(std::move(key));
  if (is_new) at->second = parse_signature(*definition);
  return at->second;
}

Type *library_function_type, *library_method_type;

// CPython has all of asyncio's modules in Python, and what is fast in _asyncio.
static bool is_of_library(Value module) {
  return module && library_function_type && text_of(module).starts_with("asyncio");
}

static Type* type_for(const NativeDefinition* definition, const Type* owner) {
  const bool is_getter = definition->flags & NativeDefinition::kGetter;
  if (!owner || !(is_getter || definition->flags & NativeDefinition::kMethod))
    return types.native_function;
  return !is_getter && is_of_library(owner->module) ? library_function_type : types.native_method;
}

Ref new_native_function(const NativeDefinition* definition, Type* owner) {
  bool is_method = definition->flags & (NativeDefinition::kMethod | NativeDefinition::kGetter);
  auto* function = make_object<NativeFunction>(type_for(definition, owner));
  function->definition = definition;
  function->signature = signature_of(definition);
  function->owner = owner;
  function->is_method = is_method;
  if (definition->flags & NativeDefinition::kAsync) {
    function->name = function->qualname = intern(definition->name);
    if (owner) {
      function->qualname = intern(concat({text_of(owner->qualname), ".", definition->name}));
    }
  }
  const Signature* signature = function->signature;
  bool direct = signature && signature->star < 0 && signature->double_star < 0 &&
                signature->parameters.size() <= NativeFunction::kMostDirect;
  for (size_t i = signature ? signature->positional : 0; direct && i < signature->parameters.size();
       ++i) {
    direct = !signature->parameters[i].required;
  }
  function->least = direct ? uint8_t(signature->required) : 1;
  function->most = direct ? uint8_t(signature->positional) : 0;
  function->parameters = direct ? uint8_t(signature->parameters.size()) : 0;
  return Ref::adopt(function);
}

Ref call_plain(const NativeFunction* method, const Value* values, uint32_t count) {
  Nesting nesting;
  if (count < method->least || count > method->most || method->self ||
      !method->definition->function || nesting.too_deep()) {
    return try_coroutine();
  }
  if (method->owner && !is_subtype(type_of(values[0]), method->owner)) return try_coroutine();
  const uint32_t parameters = method->parameters;
  Value space[NativeFunction::kMostDirect];
  if (count < parameters) {
    for (uint32_t i = 0; i < parameters; ++i) {
      space[i] = i < count ? values[i] : method->signature->parameters[i].fallback;
    }
    values = space;
  }
  if (method->signature->typed && !check_types(method, values)) return try_coroutine();
  Args args{values, parameters, nullptr};
  return method->definition->function(args);
}

bool is_of_layout(const NativeFunction* method, Value value, std::string_view name) {
  const Type* owner = method->owner;
  return owner && !method->self && owner->layout == value.object()->kind &&
         is_subtype(type_of(value), owner) && method->definition->name == name;
}

Ref bind_native(NativeFunction* function, Value self) {
  const bool is_of_library = function->type == library_function_type;
  auto* bound =
      make_object<NativeFunction>(is_of_library ? library_method_type : types.native_function);
  bound->definition = function->definition;
  bound->signature = function->signature;
  bound->owner = function->owner;
  bound->module = function->module;
  bound->name = function->name;
  bound->qualname = function->qualname;
  bound->is_method = function->is_method;
  bound->least = function->least;
  bound->most = function->most;
  bound->parameters = function->parameters;
  bound->self = self;
  retain(bound->module);
  retain(bound->self);
  return Ref::adopt(bound);
}

void add_functions(Dict* module, std::string_view module_name, const NativeDefinition* first,
                   size_t count) {
  Value name = Value::of(intern(module_name));
  for (size_t i = 0; i < count; ++i) {
    if (has_run() && !first[i].is_in(this_run().version)) continue;
    Ref function = new_native_function(&first[i]);
    retain(name);
    as<NativeFunction>(function)->module = name;
    if (is_of_library(name))
      function.get().object()->type = library_function_type;  // immortal, both
    dict_set(module, intern(first[i].name), function);
  }
}

// Types are made once for all runs; a member that not every version has is put into its type's dict
// or taken out when a run becomes active.
struct VersionedMember {
  Type* type;
  Str* name;
  Ref function;
};
static std::vector<VersionedMember>& versioned_members() {
  static std::vector<VersionedMember> members;
  return members;
}

struct TypeNames {
  Value name, qualname, module;  // interned
};
struct VersionedName {
  Type* type;
  Version came;
  TypeNames before, after;
};
static std::vector<VersionedName>& versioned_names() {
  static std::vector<VersionedName> names;
  return names;
}

void rename_since(Version version, Type* type, std::string_view full_name) {
  size_t dot = full_name.rfind('.');
  TypeNames before = {type->name, type->qualname, type->module};
  TypeNames after = {Value::of(intern(full_name)), Value::of(intern(full_name.substr(dot + 1))),
                     Value::of(intern(full_name.substr(0, dot)))};
  // Whichever names the type does not have at the moment are kept as well.
  for (Value name : {before.name, before.qualname, before.module}) retain(name);
  for (Value name : {after.name, after.qualname, after.module}) retain(name);
  versioned_names().push_back({type, version, before, after});
}

void show_members_of(Version version) {
  static Version shown = Version(0);
  if (version == shown || versioned_members().empty()) return;  // no world yet: nothing to show
  shown = version;
  auto is_shown = [&](const VersionedMember& member) {
    return as<NativeFunction>(member.function)->definition->is_in(version);
  };
  for (const VersionedName& named : versioned_names()) {
    const TypeNames& names = version >= named.came ? named.after : named.before;
    named.type->name = names.name;
    named.type->qualname = names.qualname;
    named.type->module = names.module;
  }
  for (const VersionedMember& member : versioned_members()) {
    Dict* dict = member.type->dict;
    if (!is_shown(member) && dict_get(dict, Value::of(member.name)) == member.function.get()) {
      dict_delete(dict, Value::of(member.name));
      modified(member.type);
    }
  }
  for (const VersionedMember& member : versioned_members()) {
    if (!is_shown(member)) continue;
    dict_set(member.type->dict, member.name, member.function);
    modified(member.type);
  }
}

// A type that has been made before it could be filled in, because the others need it; see
// world.cpp.
static Type* unfinished(std::string_view name) {
  Type* const candidates[] = {
      types.object,          types.type,          types.str,  types.tuple, types.dict, types.list,
      types.native_function, types.native_method, types.int_, types.bool_, types.none};
  constexpr std::string_view kNames[] = {"object",
                                         "type",
                                         "str",
                                         "tuple",
                                         "dict",
                                         "list",
                                         "builtin_function_or_method",
                                         "method_descriptor",
                                         "int",
                                         "bool",
                                         "NoneType"};
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (name == kNames[i] && candidates[i] && !candidates[i]->name) return candidates[i];
  }
  return nullptr;
}

void name_in_full(Type* type) {
  const bool builtin = text_of(type->module) == "builtins";
  Ref name =
      builtin
          ? Ref(type->qualname)
          : Ref(Value::of(intern(concat({text_of(type->module), ".", text_of(type->qualname)}))));
  Ref before = Ref::adopt(std::exchange(type->name, name.take()));
  type->detail |= Type::kFullName;
}

Type* new_builtin_type(const TypeSpec& spec) {
  std::string_view name = spec.name, module = "builtins";
  if (size_t dot = name.rfind('.'); dot != name.npos) {
    module = name.substr(0, dot);
    name = name.substr(dot + 1);
  }
  Type* type = unfinished(spec.name);
  if (!type) type = make_object<Type>(types.type);
  type->refcount = kImmortal;
  Value owned_name = Value::of(intern(name)), owned_module = Value::of(intern(module));
  for (Value text : {owned_name, owned_name, owned_module}) retain(text);
  type->name = type->qualname = owned_name;
  type->module = owned_module;
  type->doc = spec.doc ? new_str(spec.doc).take() : Value::none();

  Type* base = spec.base ? spec.base : type == types.object ? nullptr : types.object;
  type->base = base;
  if (base) {
    type->bases.push_back(base);
    base->subclasses.push_back(type);
  }
  bool consistent = linearize(type->bases, type, type->mro);
  assert(consistent);
  (void)consistent;

  type->layout = spec.layout;
  type->instance_size = spec.instance_size;
  type->attributes_offset = spec.attributes_offset;
  type->slots = spec.slots;
  type->detail = spec.flags;
  bool plain_new = true, plain_attributes = true;
  if (base) {
    if (type->layout == Kind::Instance) type->layout = base->layout;
    if (!type->instance_size) type->instance_size = base->instance_size;
    if (!type->attributes_offset) type->attributes_offset = base->attributes_offset;
    if (!type->slots.destroy) type->slots = base->slots;
    type->detail |= base->detail & Type::kException;
    plain_new = base->detail & Type::kPlainNew;
    plain_attributes = base->detail & Type::kPlainAttributes;
  }

  type->dict = as<Dict>(new_dict(uint32_t(spec.methods.size())).take());
  for (const NativeDefinition& definition : spec.methods) {
    Str* method_name = intern(definition.name);
    Ref function = new_native_function(&definition, type);
    if (definition.came > Version::V3_11 || definition.went <= Version::V3_15) {
      versioned_members().push_back({type, method_name, std::move(function)});
    } else {
      dict_set(type->dict, method_name, function);
    }
    if (!base) continue;
    if (method_name == names.new_) plain_new = false;
    if (method_name == names.getattribute || method_name == names.setattr ||
        method_name == names.delattr) {
      plain_attributes = false;
    }
  }
  if (dict_find(type->dict, names.doc) < 0) dict_set(type->dict, names.doc, type->doc);
  if (plain_new) type->detail |= Type::kPlainNew;
  if (plain_attributes) type->detail |= Type::kPlainAttributes;
  modified(type);
  return type;
}

}  // namespace awaitscope
