#include "engine/builtins/errors/suggestions.h"

#include <algorithm>

#include "engine/builtins/errors/standard_modules.h"
#include "engine/machine/attributes.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/frame.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/nearest_name.h"

namespace awaitscope {
namespace {

void add_keys(std::vector<std::string_view>& names, const Dict* dict) {
  if (!dict) return;
  for (uint32_t i = 0; i < dict->filled; ++i) {
    Value key = dict->entries[i].key;
    if (key && is<Str>(key)) names.push_back(text_of(key));
  }
}

const PyFrame* frame_where_raised(const Exception* exception) {
  const Traceback* entry = as_if<Traceback>(exception->traceback);
  while (entry && is<Traceback>(entry->next)) entry = as<Traceback>(entry->next);
  if (!entry || !entry->frame) return nullptr;
  const Frame* frame = frame_of(entry->frame);
  return !frame || frame->native ? nullptr : static_cast<const PyFrame*>(frame);
}

Value bound_value(const PyFrame* frame, size_t slot) {
  Value value = frame->slots[slot];
  const Cell* cell = as_if<Cell>(value);
  return cell ? cell->content : value;
}
bool is_bound(const PyFrame* frame, size_t slot) { return bool(bound_value(frame, slot)); }

// Names that 3.11 looked through one scope after the other: the nearest of the innermost scope that
// has one. Since 3.12 all are one list.
struct Variables {
  std::vector<std::string_view> of_frame, of_module, of_builtins;
};

Variables variables_of(const PyFrame* frame) {
  Variables variables;
  const Code& code = *frame->code->code;
  for (size_t i = 0; i < code.locals.size(); ++i) {
    bool parameter = i < frame->code->parameter_count;
    bool known = since(Version::V3_12)
                     ? is_bound(frame, i)
                     : code.locals[i].kind == LocalVariable::Kind::Local || parameter;
    if (known) variables.of_frame.push_back(code.locals[i].name);
  }
  add_keys(variables.of_module, frame->globals);
  if (has_run()) add_keys(variables.of_builtins, vm().builtins);
  return variables;
}

Value self_of(const PyFrame* frame) {
  const Code& code = *frame->code->code;
  for (size_t i = 0; i < code.locals.size(); ++i) {
    if (code.locals[i].name == "self" && is_bound(frame, i)) return bound_value(frame, i);
  }
  return {};
}

// Whether an object has an attribute, as far as that runs no Python code.
bool has_attribute(Value value, std::string_view name) {
  std::vector<std::string_view> all = attribute_names(value);
  return std::binary_search(all.begin(), all.end(), name);
}

std::string nearest_variable(const Exception* exception, std::string_view name) {
  const PyFrame* frame = frame_where_raised(exception);
  if (!frame || !frame->code) return {};
  Variables variables = variables_of(frame);
  if (since(Version::V3_12)) {
    Value self = self_of(frame);
    if (self && has_attribute(self, name)) return concat({"self.", name});
    auto& all = variables.of_frame;
    for (const auto* more : {&variables.of_module, &variables.of_builtins}) {
      all.insert(all.end(), more->begin(), more->end());
    }
    return std::string(nearest_name(name, all));
  }
  for (const auto* scope : {&variables.of_frame, &variables.of_module, &variables.of_builtins}) {
    if (auto found = nearest_name(name, *scope); !found.empty()) return std::string(found);
  }
  return {};
}

void drop_underscored(std::vector<std::string_view>& names) {
  names.erase(std::remove_if(names.begin(), names.end(),
                             [](std::string_view name) { return name.substr(0, 1) == "_"; }),
              names.end());
}

// Attributes that could be meant. Since 3.13 private ones are only where a method of the object
// itself went wrong, or the name looks private too.
std::vector<std::string_view> attributes_to_choose(const Exception* exception, Value object,
                                                   std::string_view name) {
  std::vector<std::string_view> names = attribute_names(object);
  if (!since(Version::V3_13) || name.substr(0, 1) == "_") return names;
  const PyFrame* frame = frame_where_raised(exception);
  if (frame && frame->code && self_of(frame) == object) return names;
  drop_underscored(names);
  return names;
}

// What is said of a method that another language has, or another builtin type: since 3.15.
struct Foreign {
  std::string_view name;
  Type* Types::*type;
  std::string_view says;
};
constexpr std::string_view kUseList = "Did you mean to use a 'list' object?",
                           kUseSet = "Did you mean to use a 'set' object?",
                           kUseInt =
                               "Did you mean to use an 'int' object? Bitwise operators are "
                               "not supported by 'float'.";
constexpr Foreign kForeign[] = {
    {"push", &Types::list, "Did you mean '.append'?"},
    {"concat", &Types::list, "Did you mean '.extend'?"},
    {"addAll", &Types::list, "Did you mean '.extend'?"},
    {"contains", &Types::list, "Use 'x in list'."},
    {"add", &Types::list, kUseSet},
    {"add", &Types::frozenset, kUseSet},
    {"toUpperCase", &Types::str, "Did you mean '.upper'?"},
    {"toLowerCase", &Types::str, "Did you mean '.lower'?"},
    {"trimStart", &Types::str, "Did you mean '.lstrip'?"},
    {"trimEnd", &Types::str, "Did you mean '.rstrip'?"},
    {"keySet", &Types::dict, "Did you mean '.keys'?"},
    {"entrySet", &Types::dict, "Did you mean '.items'?"},
    {"entries", &Types::dict, "Did you mean '.items'?"},
    {"putAll", &Types::dict, "Did you mean '.update'?"},
    {"put", &Types::dict, "Use d[k] = v."},
    {"append", &Types::tuple, kUseList},
    {"extend", &Types::tuple, kUseList},
    {"insert", &Types::tuple, kUseList},
    {"remove", &Types::tuple, kUseList},
    {"remove", &Types::frozenset, kUseSet},
    {"discard", &Types::frozenset, kUseSet},
    {"update", &Types::frozenset, kUseSet},
    {"__or__", &Types::float_, kUseInt},
    {"__and__", &Types::float_, kUseInt},
    {"__xor__", &Types::float_, kUseInt},
    {"__lshift__", &Types::float_, kUseInt},
    {"__rshift__", &Types::float_, kUseInt},
};

std::string_view foreign_method(Value object, std::string_view name) {
  for (const Foreign& foreign : kForeign) {
    if (foreign.name == name && is_subtype(type_of(object), types.*foreign.type)) {
      return foreign.says;
    }
  }
  return {};
}

// "inner.name" where one of the first attributes of an object has what the object itself has not.
std::string nested_attribute(Value object, std::string_view name,
                             const std::vector<std::string_view>& attributes) {
  constexpr int kMost = 20;
  const Dict* own = is<Module>(object)   ? as<Module>(object)->dict
                    : object.is_object() ? attributes_of(object.object(), false)
                                         : nullptr;
  int looked_at = 0;
  for (std::string_view attribute : attributes) {
    if (attribute.substr(0, 1) == "_") continue;
    if (++looked_at > kMost) break;
    Str* key = intern(attribute);
    Value on_class = find(type_of(object), key);
    if (on_class && (is<Function>(on_class) || find_special(type_of(on_class), Special::get) ||
                     is<NativeFunction>(on_class) || is<Property>(on_class))) {
      continue;
    }
    Value inner = own ? dict_get(own, key) : Value();
    if (!inner) inner = on_class;
    if (inner && has_attribute(inner, name)) return concat({attribute, ".", name});
  }
  return {};
}

std::string attribute_suggestion(const Exception* exception, std::string_view name) {
  Value object = exception->extra[1];
  if (!object) return {};
  std::vector<std::string_view> names = attributes_to_choose(exception, object, name);
  if (!since(Version::V3_15)) {
    std::string_view found = nearest_name(name, names);
    return found.empty() ? "" : concat({". Did you mean: ", quote(found), "?"});
  }
  if (auto hint = foreign_method(object, name); !hint.empty()) return concat({". ", hint});
  std::string found(nearest_name(name, names));
  if (found.empty()) found = nested_attribute(object, name, names);
  if (found.empty()) return {};
  return concat({". Did you mean '.", found, "' instead of '.", name, "'?"});
}

std::string name_suggestion(const Exception* exception, std::string_view name) {
  std::string found = nearest_variable(exception, name);
  std::string text = found.empty() ? "" : concat({". Did you mean: '", found, "'?"});
  if (!since(Version::V3_12) || !is_standard_module(name)) return text;
  if (text.empty()) return concat({". Did you forget to import '", name, "'?"});
  return concat({text, " Or did you forget to import '", name, "'?"});
}

// `from module import name`: since 3.12.
std::string import_suggestion(const Exception* exception, std::string_view module_name) {
  const Dict* attributes = exception->attributes;
  const Str* wanted = attributes ? as_if<Str>(dict_get(attributes, intern("name_from"))) : nullptr;
  const Module* module =
      wanted ? as_if<Module>(dict_get(vm().modules, Value::of(intern(module_name)))) : nullptr;
  std::string found;
  if (module) {
    std::vector<std::string_view> names = attribute_names(Value::of(module));
    if (wanted->view().substr(0, 1) != "_") drop_underscored(names);
    found = nearest_name(wanted->view(), names);
  } else if (!wanted && since(Version::V3_15) && !is_standard_module(module_name) &&
             is_subtype(exception->type, types.ModuleNotFoundError)) {
    found = nearest_standard_module(module_name);
  }
  return found.empty() ? "" : concat({". Did you mean: '", found, "'?"});
}

}  // namespace

// Of all classes of a type. What object keeps for those that have a __dict__ is not its own.
static void add_members(std::vector<std::string_view>& names, const Type* type) {
  for (const Type* base : type->mro) {
    if (base != types.object) {
      add_keys(names, base->dict);
      continue;
    }
    std::vector<std::string_view> own;
    add_keys(own, base->dict);
    for (std::string_view name : own) {
      if (name != "__dict__" && name != "__weakref__") names.push_back(name);
    }
  }
}

std::vector<std::string_view> attribute_names(Value value) {
  std::vector<std::string_view> names;
  if (const Module* module = as_if<Module>(value)) {
    add_keys(names, module->dict);
    if (has_run() && machine_hooks.add_later_names) machine_hooks.add_later_names(module, names);
  } else if (const Type* type = as_if<Type>(value)) {
    add_members(names, type);
  } else {
    add_members(names, type_of(value));
    if (value.is_object()) add_keys(names, attributes_of(value.object(), false));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string suggestion_for(const Exception* exception) {
  const Str* name = as_if<Str>(exception->extra[0]);
  if (!name) return {};
  const Type* type = exception->type;
  if (is_subtype(type, types.AttributeError)) return attribute_suggestion(exception, name->view());
  if (is_subtype(type, types.NameError)) return name_suggestion(exception, name->view());
  if (is_subtype(type, types.ModuleNotFoundError)) {
    if (std::string_view why = why_absent(name->view()); !why.empty())
      return concat({" (", why, ")"});
  }
  if (is_subtype(type, types.ImportError) && since(Version::V3_12)) {
    return import_suggestion(exception, name->view());
  }
  return {};
}

}  // namespace awaitscope
